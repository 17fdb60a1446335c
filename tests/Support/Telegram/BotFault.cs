namespace Kobe.Testing.Telegram;

/// <summary>What the stand-in does wrong on purpose, once.</summary>
internal abstract record BotFault
{
    private BotFault()
    {
    }

    /// <summary>Answers with a failure, in the Bot API's form.</summary>
    internal sealed record Answer(int Code, string Description, int? RetryAfter = null, long? MovedTo = null) : BotFault;

    /// <summary>Answers as a gateway in front of it does.</summary>
    internal sealed record Html(int Code) : BotFault;

    /// <summary>Closes the connection and does nothing.</summary>
    internal sealed record Drop : BotFault;

    /// <summary>Does what was asked and closes the connection without an answer.</summary>
    internal sealed record Swallow : BotFault;

    /// <summary>429, as Telegram says it.</summary>
    public static BotFault TooMany(int seconds) =>
        new Answer(429, $"Too Many Requests: retry after {seconds}", RetryAfter: seconds);
}
