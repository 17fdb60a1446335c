namespace Kobe.Telegram;

/// <summary>A bot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its user name, without the @.</param>
internal sealed record TelegramBot(long Id, string Name);
