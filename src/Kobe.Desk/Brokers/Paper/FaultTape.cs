namespace Kobe.Desk.Brokers.Paper;

/// <summary>Plays another tape, and lets the changes that come next meet scripted faults when their time has come.
/// </summary>
/// <param name="inner">The prices.</param>
/// <param name="faults">What happens from when on (UTC), in order.</param>
internal sealed class FaultTape(IPaperTape inner, IReadOnlyList<(DateTimeOffset At, Fault Fault)> faults) : IPaperTape
{
    private int? _next;

    public void Play(PaperExchange exchange, DateTimeOffset to)
    {
        // What was due before the account's last change has been met before this desk was opened.
        _next ??= faults.TakeWhile(one => one.At <= exchange.Now).Count();
        for (; _next < faults.Count && faults[_next.Value].At <= to; _next++)
        {
            exchange.Faults.Add(faults[_next.Value].Fault);
        }

        inner.Play(exchange, to);
    }
}
