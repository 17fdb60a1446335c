namespace Kobe.Hosting;

/// <summary>Hears from a host, on the host's own threads: it only takes note and returns.</summary>
internal interface IHandlerListener
{
    /// <summary>How a start ended: exactly once for each.</summary>
    void Ended(AttemptResult result);

    /// <summary>What a handler says while it runs.</summary>
    void Said(HandlerReport report);

    /// <summary>What became of the processes that handlers run in.</summary>
    void Changed(RunnerChange change);
}
