namespace Kobe.Telegram;

/// <summary>What went wrong with a call of the Bot API.</summary>
internal enum TelegramTrouble
{
    /// <summary>The text's tags don't hold together.</summary>
    Unparsable,

    /// <summary>The text has more than 4096 characters, or none.</summary>
    BadLength,

    /// <summary>There is no such chat, or the bot is not in it.</summary>
    ChatNotFound,

    /// <summary>The group has become a supergroup with another id.</summary>
    ChatMoved,

    /// <summary>Something else is wrong with the request.</summary>
    BadRequest,

    /// <summary>The token is not (or no longer) valid.</summary>
    Unauthorized,

    /// <summary>The token has not even the shape of one.</summary>
    NotFound,

    /// <summary>The person has blocked the bot, or never spoke to it, or threw it out of the group.</summary>
    Blocked,

    /// <summary>Another program asks for the same bot's updates.</summary>
    Conflict,

    /// <summary>A webhook is set for the bot, so that updates can't be asked for.</summary>
    WebhookSet,

    /// <summary>Too often.</summary>
    TooManyRequests,

    /// <summary>Telegram has a problem.</summary>
    Server,

    /// <summary>The call never left.</summary>
    Unreachable,

    /// <summary>The call left, and nobody knows what became of it.</summary>
    NoAnswer,
}
