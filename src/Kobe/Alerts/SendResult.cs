namespace Kobe.Alerts;

/// <summary>What became of a message.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It arrived.</summary>
    internal sealed record Sent : SendResult;

    /// <summary>Not now; it may work later.</summary>
    /// <param name="Why">A sentence, without secrets.</param>
    /// <param name="After">How long the other side wants to be left alone; null when it didn't say.</param>
    /// <param name="InDoubt">Whether it may have arrived all the same.</param>
    internal sealed record Later(string Why, TimeSpan? After = null, bool InDoubt = false) : SendResult;

    /// <summary>This message never; others may.</summary>
    internal sealed record Refused(string Why) : SendResult;

    /// <summary>No message, until a person mends the channel.</summary>
    internal sealed record Broken(string Why) : SendResult;
}
