namespace Kobe.Telegram;

/// <summary>A message that somebody wrote.</summary>
/// <param name="User">Who; null for a channel.</param>
/// <param name="Chat">Where.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What; empty for a picture and the like.</param>
/// <param name="IsSecondHand">Whether it was forwarded, or written through another bot.</param>
internal sealed record IncomingMessage(long? User, long Chat, DateTimeOffset At, string Text, bool IsSecondHand);
