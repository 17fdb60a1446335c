namespace Kobe.Testing.Telegram;

/// <summary>A message that the stand-in took.</summary>
/// <param name="Chat">To which chat.</param>
/// <param name="Text">As it was sent, tags and all.</param>
/// <param name="IsHtml">Whether its tags counted.</param>
/// <param name="Buttons">Words and codes of its buttons.</param>
internal sealed record SentMessage(long Chat, string Text, bool IsHtml, IReadOnlyList<(string Words, string Code)> Buttons);
