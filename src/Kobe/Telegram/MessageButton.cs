namespace Kobe.Telegram;

/// <summary>A button under a message.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Code">What its press sends back; at most 64 bytes.</param>
internal sealed record MessageButton(string Words, string Code);
