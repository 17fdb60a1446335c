namespace Kobe.Hosting;

/// <summary>The processes of a host: the one that runs, the spare, the one that is coming up.</summary>
/// <remarks>Not thread-safe: its host locks it.</remarks>
internal sealed class RunnerPair(bool withSpare)
{
    private readonly List<RunnerProcess> alive = [];

    /// <summary>The one that runs handlers; null while there is none.</summary>
    public RunnerProcess? Current { get; private set; }

    /// <summary>The one that is loading its plugins; null while none is.</summary>
    public RunnerProcess? Starting { get; private set; }

    /// <summary>All that aren't known to be gone, the one that runs first.</summary>
    public IReadOnlyList<RunnerProcess> Alive => [.. alive.OrderBy(runner => runner != Current)];

    /// <summary>Whether one more should be started.</summary>
    public bool WantsAnother => Starting is null && (Current is null || (withSpare && Spare is null));

    /// <summary>Whether losing the one that runs costs no more than it must: its spare is warm, or it never has one.
    /// </summary>
    public bool CanRecycle => !withSpare || Spare is not null;

    private RunnerProcess? Spare { get; set; }

    /// <summary>A process was started.</summary>
    public void Add(RunnerProcess runner)
    {
        Starting = runner;
        alive.Add(runner);
    }

    /// <summary>A process has loaded its plugins.</summary>
    /// <returns>True when it is the one that runs from now on.</returns>
    public bool Ready(RunnerProcess runner)
    {
        Starting = Starting == runner ? null : Starting;
        if (Current is not null)
        {
            Spare = runner;
            return false;
        }

        Current = runner;
        return true;
    }

    /// <summary>A process is to run nothing more.</summary>
    /// <returns>The spare, when it is the one that runs from now on.</returns>
    public RunnerProcess? Lose(RunnerProcess runner)
    {
        Starting = Starting == runner ? null : Starting;
        Spare = Spare == runner ? null : Spare;
        if (Current != runner)
        {
            return null;
        }

        (Current, Spare) = (Spare, null);
        return Current;
    }

    /// <summary>Nothing of a process is left.</summary>
    public void Remove(RunnerProcess runner) => alive.Remove(runner);
}
