namespace Kobe.Desk.Brokers.Paper;

/// <summary>One request from its arrival to its answer, with the minute's limit, the keys and the faults.</summary>
internal sealed partial class PaperExchange
{
    /// <summary>Serves a request.</summary>
    /// <param name="now">The instant at which it arrives (UTC).</param>
    /// <param name="changes">Whether it may change something; only then it meets the faults of the script.</param>
    /// <param name="call">What is asked.</param>
    public Served<T> Serve<T>(DateTimeOffset now, bool changes, Func<BrokerReply<T>> call)
    {
        Advance(now);
        if (!Requests.TryTake(now))
        {
            return new(null, null, Requests.Reset);
        }

        if (Faults.IsUnauthorized)
        {
            return new(Refuse<T>(Refusals.Unauthorized), null, null);
        }

        var fault = changes ? Faults.Take() : null;
        if (fault == Fault.ExternalOrder)
        {
            Submit(Faults.TakeExternal());
        }

        return fault == Fault.ErrorBeforeAccept ? new(null, fault, null) : new(call(), fault, null);
    }
}
