namespace Kobe.Telegram;

/// <summary>The Bot API's failures by status and words; the words may drift, so they are matched loosely.</summary>
internal static class TelegramErrors
{
    private static readonly (int Code, string Words, TelegramTrouble Trouble)[] Known =
    [
        (400, "can't parse entities", TelegramTrouble.Unparsable),
        (400, "message is too long", TelegramTrouble.BadLength),
        (400, "message text is empty", TelegramTrouble.BadLength),
        (400, "chat not found", TelegramTrouble.ChatNotFound),
        (400, "upgraded to a supergroup", TelegramTrouble.ChatMoved),
        (409, "webhook", TelegramTrouble.WebhookSet),
    ];

    /// <summary>What a failure is.</summary>
    public static TelegramTrouble Of(int code, string description, long? movedTo)
    {
        if (movedTo is not null)
        {
            return TelegramTrouble.ChatMoved;
        }

        foreach (var (known, words, trouble) in Known)
        {
            if (known == code && description.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return trouble;
            }
        }

        return code switch
        {
            401 => TelegramTrouble.Unauthorized,
            403 => TelegramTrouble.Blocked,
            404 => TelegramTrouble.NotFound,
            409 => TelegramTrouble.Conflict,
            429 => TelegramTrouble.TooManyRequests,
            >= 500 => TelegramTrouble.Server,
            _ => TelegramTrouble.BadRequest,
        };
    }
}
