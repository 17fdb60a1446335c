namespace Kobe.Telegram;

/// <summary>Why a call of the Bot API failed.</summary>
/// <param name="Trouble">What it is.</param>
/// <param name="Words">Telegram's own words or ours, secrets taken out.</param>
/// <param name="RetryAfter">How long Telegram wants to be left alone; null when it doesn't say.</param>
/// <param name="MovedTo">The chat's new id, for <see cref="TelegramTrouble.ChatMoved"/>.</param>
internal sealed record TelegramFailure(
    TelegramTrouble Trouble, string Words, TimeSpan? RetryAfter = null, long? MovedTo = null);
