using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>How runners are started.</summary>
internal sealed record RunnerSettings
{
    /// <summary>The runner's assembly.</summary>
    /// <value><c>runner/kobe-runner.dll</c> beside the program.</value>
    public string Runner { get; init; } = Path.Combine(AppContext.BaseDirectory, "runner", "kobe-runner.dll");

    /// <summary>The directory of the plugins.</summary>
    /// <value><c>plugins</c> beside the program.</value>
    public string Plugins { get; init; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>The file that the one runner that may run handlers locks.</summary>
    /// <value>Null: no lock, for commands that only want the catalogue.</value>
    public string? LaneLock { get; init; }

    /// <summary>What the marks of its runners begin with, so that a later brain knows what they left behind.</summary>
    /// <value>Empty: no brain looks for them, for commands that only want the catalogue.</value>
    public string Family { get; init; } = "";

    /// <summary>Where runners work.</summary>
    /// <value>Null: the brain's own working directory.</value>
    public string? WorkingDirectory { get; init; }

    /// <summary>The state directory, told to handlers as <c>KOBE_STATE</c>.</summary>
    /// <value>Null: handlers look for <c>state</c> where they work.</value>
    public string? State { get; init; }

    /// <summary>The schedule directory, told to handlers as <c>KOBE_SCHEDULE</c>.</summary>
    /// <value>Null: handlers look for <c>schedule</c> where they work.</value>
    public string? Schedule { get; init; }

    /// <summary>The desk's settings as JSON, told to handlers as <c>KOBE_DESK</c>.</summary>
    /// <value>Null: the desk's own usual settings.</value>
    public string? Desk { get; init; }

    /// <summary>Whether a second runner waits, warm, to take over.</summary>
    /// <value>True; false for commands that only want the catalogue.</value>
    public bool Spare { get; init; } = true;

    /// <summary>The managed heap of a runner at its largest, in bytes; beyond it handlers run out of memory.</summary>
    /// <value>512 MiB.</value>
    public long HeapLimit { get; init; } = 512L * 1024 * 1024;

    /// <summary>Runs after which a runner gives way to a fresh one.</summary>
    /// <value>10,000.</value>
    public int RecycleAfter { get; init; } = 10_000;

    /// <summary>Resident bytes beyond which a runner gives way to a fresh one after a run.</summary>
    /// <value>96 MiB and half of <see cref="HeapLimit"/>: an empty runner takes 46 MB, so it has used half of what it
    /// may.</value>
    public long MemoryMark
    {
        get => field > 0 ? field : (96L << 20) + (HeapLimit / 2);
        init;
    }

    /// <summary>Bytes of console output of a run that are heard; the rest is read and dropped.</summary>
    /// <value>64 KiB.</value>
    public int OutputLimit { get; init; } = LaneLimits.Output;

    /// <summary>Whether runners wait, ready, for <see cref="RunnerHost.TakeOver"/> before they run anything.</summary>
    /// <value>False.</value>
    public bool Standby { get; init; }

    /// <summary>Environment variables that runners see besides the usual ones, by name.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>The secrets of each plugin, by plugin and name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Secrets { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>How long a runner may take to load its plugins before it is killed.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan ReadyLimit { get; init; } = TimeSpan.FromSeconds(30);
}
