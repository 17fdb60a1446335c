namespace Kobe.Brain;

/// <summary>What the loop needs to know of the configuration.</summary>
internal sealed record BrainSettings
{
    public required string Version { get; init; }

    public required int Pid { get; init; }

    /// <summary>From a cancelled token to the kill, when an attempt outlives its time limit or the brain
    /// stops.</summary>
    public TimeSpan KillGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From a cancelled token to the kill, when an attempt must give way to a critical one.</summary>
    public TimeSpan PreemptGrace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many caught-up occurrences may start in a minute.</summary>
    public int CaughtUpStartsPerMinute { get; init; } = 6;

    /// <summary>How long all on_start runs together may take.</summary>
    public TimeSpan OnStartLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a running attempt may go on after a stop was asked for.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the calendar and its filters are set aside, for maintenance (KOBE_FORCE_RUN).</summary>
    public bool ForceRun { get; init; }

    /// <summary>Whether on_start rows run.</summary>
    public bool OnStart { get; init; } = true;

    /// <summary>on_start rows that do not run.</summary>
    public IReadOnlyList<string> OnStartSkip { get; init; } = [];

    /// <summary>Mistakes to make on purpose, in tests of the tests.</summary>
    public Mutations Mutations { get; init; }

    /// <summary>One cycle: all that is due, then the end.</summary>
    public bool Once { get; init; }
}
