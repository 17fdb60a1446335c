using Kobe.Logging;

namespace Kobe.Config;

/// <summary>Every setting there is, in the order in which people should read them.</summary>
internal static class Settings
{
    /// <summary>The key of kobe.yaml that holds what belongs to single plugins; not a setting with one value.</summary>
    public const string Plugins = "plugins";

    private const string BothWays = "Write true or false.";

    public static readonly Setting<string> Zone = new("zone", "America/New_York",
        "Write an IANA id such as Europe/London.",
        "The zone of wall-clock times in a schedule that names none, and of what people read", ValueReaders.Text);

    public static readonly Setting<IReadOnlyList<ListenUrl>> Urls = new("urls", "http://127.0.0.1:8081",
        "Write http://127.0.0.1:8081, http://localhost:8081, http://[::1]:8081 or another IP address with a port.",
        "Where the brain answers", ValueReaders.SomeOf(ListenUrl.Read))
    { IsList = true };

    public static readonly Setting<bool> AllowRemote = new("allow_remote", "false", BothWays,
        "Whether urls may name an address that other machines reach", ValueReaders.Switch);

    public static readonly Setting<IReadOnlyList<string>> Hosts = new("hosts", "",
        "Write host names without a port.",
        "Names besides localhost and the address itself by which clients may call the brain",
        ValueReaders.ListOf(HostName.Read))
    { IsList = true };

    public static readonly Setting<TimeSpan> Drain = Duration("drain", "30s", Zero, Minutes(10),
        "How long a stop waits for what runs");

    public static readonly Setting<TimeSpan> KillGrace = Duration("kill_grace", "2s", Zero, Minutes(1),
        "From the time limit, when a handler is asked to end, to its kill");

    public static readonly Setting<TimeSpan> PreemptGrace = Duration("preempt_grace", "500ms", Zero, Minutes(1),
        "The same when a critical task needs the lane");

    // Health reports 503 and supervisors act when no heartbeat came for a minute, so it can't be rarer.
    public static readonly Setting<TimeSpan> Heartbeat = Duration("heartbeat", "30s", Seconds(1), Minutes(1),
        "How often heartbeat.json is written at least");

    public static readonly Setting<Isolation> IsolationOf = new("isolation", "runner", "Write runner or inprocess.",
        "Where handlers run: a child process that can be killed, or the brain itself for debugging",
        ValueReaders.OneOf(("runner", Isolation.Runner), ("inprocess", Isolation.InProcess)));

    // The hard ceiling keeps one handler from holding the lane through a whole session.
    public static readonly Setting<TimeSpan> TimeoutMax = Duration("limits.max_timeout", "5m", Seconds(1), Minutes(60),
        "The longest timeout that a row may ask for");

    public static readonly Setting<int> CatchUpPerMinute = Number("limits.catch_up_per_minute", "6", 1, 600,
        "How many caught-up runs may start in a minute, so that a gap is not followed by a storm");

    // Below 64 MiB the runtime itself has no room.
    public static readonly Setting<long> RunnerMemory = Size("runner.memory", "512MiB", 64L << 20, 64L << 30,
        "The managed heap of a runner at its largest; beyond it handlers run out of memory");

    public static readonly Setting<int> RunnerRecycle = Number("runner.recycle_after", "10000", 1, 1_000_000_000,
        "After how many runs a fresh runner takes over; sooner when it has grown past half of its memory");

    public static readonly Setting<long> RunnerOutput = Size("runner.output", "64KiB", 4L << 10, 16L << 20,
        "How much of what a run prints reaches the log; the rest is read and dropped");

    public static readonly Setting<IReadOnlyList<string>> RunnerEnvironment = new("runner.environment", "",
        VariableName.Legal, "Environment variables that runners see besides the usual ones",
        ValueReaders.ListOf(VariableName.Read))
    { IsList = true };

    public static readonly Setting<string> RunnerDirectory = new("runner.directory", "",
        "Write a path.", "Where runners work; where kobe was started when it is not set", ValueReaders.Text);

    // Ten days cover the furthest look-back of a row, eight, and the files' edges.
    public static readonly Setting<int> JournalDays = Number("journal.keep_days", "400", 10, 36_500,
        "For how many days journal files are kept; those that the ledger still needs are kept anyway");

    public static readonly Setting<LogLevel> LevelOf = new("log.level", "info",
        "Write debug, info, warning or error.", "The least important lines that are logged",
        ValueReaders.OneOf(("debug", LogLevel.Debug), ("info", LogLevel.Info), ("warning", LogLevel.Warning),
            ("error", LogLevel.Error)));

    public static readonly Setting<LogFormat> FormatOf = new("log.format", "plain", "Write plain, json or systemd.",
        "What lines on the console look like; the file has JSON with json, else plain lines",
        ValueReaders.OneOf(("plain", LogFormat.Plain), ("json", LogFormat.Json), ("systemd", LogFormat.Systemd)));

    public static readonly Setting<string> LogFile = new("log.file", "logs/kobe.log",
        "Write a path, or off.", "The log file, from the state directory; off for none", ValueReaders.Text);

    public static readonly Setting<long> LogSize = Size("log.size", "10MiB", 64L << 10, 1L << 30,
        "The size at which the log file is put aside and a new one begun");

    public static readonly Setting<int> LogKeep = Number("log.keep", "5", 1, 100,
        "How many log files that were put aside are kept");

    public static readonly Setting<bool> OnStart = new("on_start.enabled", "true", BothWays,
        "Whether rows with on_start run when the brain starts", ValueReaders.Switch);

    public static readonly Setting<IReadOnlyList<string>> OnStartSkip = new("on_start.skip", "",
        "Write task ids.", "Rows with on_start that do not run when the brain starts",
        ValueReaders.ListOf(ValueReaders.Text))
    { IsList = true };

    public static readonly Setting<IReadOnlyList<string>> AwaitedPlugins = new("awaited_plugins", "",
        "Write the first parts of handler names.",
        "Plugins that are still to come: rows with their handlers are skipped and are no error",
        ValueReaders.ListOf(ValueReaders.Text))
    { IsList = true };

    public static readonly IReadOnlyList<Setting> All =
    [
        Zone, Urls, AllowRemote, Hosts, Drain, KillGrace, PreemptGrace, Heartbeat, IsolationOf, TimeoutMax,
        CatchUpPerMinute, RunnerMemory, RunnerRecycle, RunnerOutput, RunnerEnvironment, RunnerDirectory, JournalDays,
        LevelOf, FormatOf, LogFile, LogSize, LogKeep, OnStart, OnStartSkip,
        AwaitedPlugins, .. DeskSettings.All, .. ChannelSettings.All, .. OtlpSettings.All,
    ];

    private static TimeSpan Zero => TimeSpan.Zero;

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    internal static Setting<TimeSpan> Duration(string name, string usual, TimeSpan min, TimeSpan max, string about) =>
        new(name, usual, $"Write a duration from {MillisecondText.Format(min)} to {MillisecondText.Format(max)}, "
            + "such as 500ms, 90s or 5m.", about, ValueReaders.Duration(min, max));

    private static Setting<int> Number(string name, string usual, int min, int max, string about) =>
        new(name, usual, $"Write a whole number from {min} to {max}.", about, ValueReaders.Number(min, max));

    private static Setting<long> Size(string name, string usual, long min, long max, string about) =>
        new(name, usual, $"Write a size from {SizeText.Format(min)} to {SizeText.Format(max)}, such as 10MiB.", about,
            ValueReaders.Size(min, max));
}
