namespace Kobe.Telegram;

/// <summary>A press of a button.</summary>
/// <param name="Id">By which it is answered.</param>
/// <param name="User">Who.</param>
/// <param name="Chat">Under which chat's message; null when that is too old.</param>
/// <param name="Code">The button's.</param>
internal sealed record ButtonPress(string Id, long User, long? Chat, string Code);
