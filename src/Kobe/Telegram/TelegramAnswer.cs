namespace Kobe.Telegram;

/// <summary>What a call of the Bot API brought.</summary>
/// <param name="Value">The result; meaningless after a failure.</param>
/// <param name="Failure">Why there is none; null when there is one.</param>
internal readonly record struct TelegramAnswer<T>(T? Value, TelegramFailure? Failure);
