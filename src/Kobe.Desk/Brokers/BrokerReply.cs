namespace Kobe.Desk.Brokers;

/// <summary>How a call of a broker ended. The set is closed.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record BrokerReply<T>
{
    private BrokerReply()
    {
    }

    /// <summary>What was asked for; null when it did not come.</summary>
    public T? ValueOrDefault => this is Done done ? done.Value : default;

    /// <summary>It was done.</summary>
    /// <param name="Value">What was asked for.</param>
    public sealed record Done(T Value) : BrokerReply<T>;

    /// <summary>It was not done, and the broker says why.</summary>
    /// <param name="Refusal">The broker's no.</param>
    public sealed record Refused(BrokerRefusal Refusal) : BrokerReply<T>;

    /// <summary>Whether it was done can't be told: a timeout, a broken line, an answer of a broken server.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : BrokerReply<T>;
}
