namespace Kobe.Logging;

/// <summary>What a line of the log looks like on the console.</summary>
internal enum LogFormat
{
    /// <summary>For people: time, level, where, what.</summary>
    Plain,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>For journald, which knows the time and reads the level from a prefix, <c>&lt;6&gt;</c>.</summary>
    Systemd,
}
