namespace Kobe.Alerts;

/// <summary>A line of the outbox. The set is closed.</summary>
internal abstract record OutboxEntry
{
    private OutboxEntry()
    {
    }

    /// <summary>An alert was raised, to be told by these channels.</summary>
    internal sealed record Raised(Alert Alert, IReadOnlyList<string> To) : OutboxEntry;

    /// <summary>A channel is about to tell these.</summary>
    internal sealed record Trying(string To, IReadOnlyList<long> Numbers) : OutboxEntry;

    /// <summary>It did not, and knows it: they did not arrive.</summary>
    internal sealed record NotSent(string To, IReadOnlyList<long> Numbers) : OutboxEntry;

    /// <summary>A channel has told these.</summary>
    internal sealed record Sent(string To, IReadOnlyList<long> Numbers, DateTimeOffset At) : OutboxEntry;

    /// <summary>A channel will never tell these.</summary>
    internal sealed record Dead(string To, IReadOnlyList<long> Numbers) : OutboxEntry;

    /// <summary>A channel was asked to leave the other side alone.</summary>
    internal sealed record Held(string To, DateTimeOffset Until) : OutboxEntry;

    /// <summary>Numbers up to this one are taken.</summary>
    internal sealed record Counted(long Number) : OutboxEntry;
}
