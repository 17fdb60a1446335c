namespace Kobe.Config;

/// <summary>The settings in force. What each means and may be stands in <see cref="Settings"/>.</summary>
internal sealed record KobeConfig
{
    /// <summary>The zone of wall-clock times in a schedule that names none, and of what people read.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Where the brain answers.</summary>
    public required WebSettings Web { get; init; }

    /// <summary>How long a stop waits for what runs.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>From the time limit to the kill.</summary>
    public required TimeSpan KillGrace { get; init; }

    /// <summary>From the request of a critical task to the kill of what it pre-empts.</summary>
    public required TimeSpan PreemptGrace { get; init; }

    /// <summary>How often heartbeat.json is written at least; at most a minute.</summary>
    public required TimeSpan Heartbeat { get; init; }

    /// <summary>Where handlers run.</summary>
    public required Isolation Isolation { get; init; }

    /// <summary>The longest timeout that a row may ask for.</summary>
    public required TimeSpan TimeoutMax { get; init; }

    /// <summary>How many caught-up runs may start in a minute.</summary>
    public required int CatchUpPerMinute { get; init; }

    /// <summary>The managed heap of a runner at its largest, in bytes.</summary>
    public required long RunnerMemory { get; init; }

    /// <summary>After how many runs a fresh runner takes over.</summary>
    public required int RunnerRecycle { get; init; }

    /// <summary>Bytes of console output of a run that reach the log.</summary>
    public required long RunnerOutput { get; init; }

    /// <summary>Variables that runners see besides the usual ones.</summary>
    public required IReadOnlyList<string> RunnerEnvironment { get; init; }

    /// <summary>Where runners work; null: where the brain was started.</summary>
    public required string? RunnerDirectory { get; init; }

    /// <summary>What is said of the processes of single plugins.</summary>
    public required IReadOnlyList<PluginSettings> Plugins { get; init; }

    /// <summary>For how many days journal files are kept.</summary>
    public required int JournalDays { get; init; }

    /// <summary>Where metrics are pushed to; null: nowhere.</summary>
    public required OtlpConfig? Otlp { get; init; }

    /// <summary>How the brain logs.</summary>
    public required LogSettings Log { get; init; }

    /// <summary>Whether rows with on_start run when the brain starts.</summary>
    public required bool OnStart { get; init; }

    /// <summary>Ids of rows with on_start that do not run all the same.</summary>
    public required IReadOnlyList<string> OnStartSkip { get; init; }

    /// <summary>Plugins that are still to come, by the first part of their handlers' names.</summary>
    public required IReadOnlyList<string> AwaitedPlugins { get; init; }

    /// <summary>The desk.</summary>
    public required DeskConfig Desk { get; init; }

    /// <summary>Who is told what goes wrong, and how.</summary>
    public required AlertConfig Alerts { get; init; }

    /// <summary>The secrets that plugins ask for; names only.</summary>
    public required IReadOnlyList<PluginSecret> Secrets { get; init; }

    /// <summary>Each setting's value as it was written, and who set it, as <c>kobe config</c> lists them.</summary>
    public required IReadOnlyList<EffectiveValue> Values { get; init; }
}
