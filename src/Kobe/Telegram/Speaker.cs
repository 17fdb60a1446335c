namespace Kobe.Telegram;

/// <summary>Somebody who may speak to the brain, and what they said.</summary>
/// <param name="User">Who.</param>
/// <param name="Chat">Where.</param>
/// <param name="Text">What, for the audit.</param>
internal sealed record Speaker(long User, long Chat, string Text);
