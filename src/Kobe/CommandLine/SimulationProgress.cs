namespace Kobe.CommandLine;

/// <summary>Shows on a terminal how far a simulation is; elsewhere nothing.</summary>
internal sealed class SimulationProgress(SimulationRequest request) : IDisposable
{
    private const int LinesPerRun = 100;
    private readonly Lock _lock = new();
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly long _every = Math.Max(1, (long)request.Days * request.Seeds / LinesPerRun);
    private long _days;

    /// <summary>A simulated day is over.</summary>
    public void Look(ulong seed, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_isShown && ++_days % _every == 0)
            {
                var share = Math.Min(100, _days * 100 / ((long)request.Days * request.Seeds));
                Terminal.Overwrite($"{share} %  seed {seed}, {at:yyyy-MM-dd} ");
            }
        }
    }

    public void Clear()
    {
        if (_isShown && _days > 0)
        {
            Terminal.Overwrite(new string(' ', 50) + "\r");
            _days = 0;
        }
    }

    public void Dispose() => Clear();
}
