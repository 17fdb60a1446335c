namespace Kobe.Runner.Lane;

/// <summary>How much one run may tell. What goes beyond is dropped and said so: a flood must not reach the
/// brain.</summary>
internal static class LaneLimits
{
    /// <summary>Characters of one line of the log, of a message, or of a discovery.</summary>
    public const int Line = 4_096;

    /// <summary>Characters of log lines in a run.</summary>
    public const int Log = 262_144;

    /// <summary>Bytes of console output in a run, as for peers' captured output.</summary>
    public const int Output = 65_536;

    /// <summary>Messages to people in a run: more would bury what matters.</summary>
    public const int Notices = 20;

    /// <summary>Discoveries in a run; the state directory keeps the last hundred.</summary>
    public const int Discoveries = 100;

    /// <summary>Characters of a fact, or of the evidence, as JSON.</summary>
    public const int Value = 65_536;

    /// <summary>Facts that one result may publish.</summary>
    public const int Facts = 64;

    /// <summary>Characters of an error in an outcome.</summary>
    public const int Error = 2_000;

    /// <summary>The shortest time between two reports of progress.</summary>
    public static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Cuts a text to a length.</summary>
    public static string Cut(string? text, int length) =>
        text is null ? "" : text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
