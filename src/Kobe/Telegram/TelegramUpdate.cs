namespace Kobe.Telegram;

/// <summary>Something that a person did: wrote a message or pressed a button. Others have neither.</summary>
/// <param name="Id">Counted up by Telegram.</param>
/// <param name="Message">The message; null for anything else.</param>
/// <param name="Press">The button's press; null for anything else.</param>
internal sealed record TelegramUpdate(long Id, IncomingMessage? Message, ButtonPress? Press);
