namespace Kobe.Telegram;

/// <summary>A message to a chat.</summary>
/// <param name="Chat">The chat's id.</param>
/// <param name="Html">The text, in Telegram's HTML.</param>
internal sealed record OutgoingMessage(long Chat, string Html)
{
    /// <summary>Buttons in a row under it.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>Whether the phone makes no sound.</summary>
    public bool IsSilent { get; init; }
}
