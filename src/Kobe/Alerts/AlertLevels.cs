using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>The names of levels, as files and settings have them.</summary>
internal static class AlertLevels
{
    public static string Name(AlertLevel level) => level switch
    {
        AlertLevel.Notice => "notice",
        AlertLevel.Warning => "warning",
        _ => "critical",
    };

    /// <summary>The level of that name; what nobody knows counts as critical.</summary>
    public static AlertLevel Of(string name) => name switch
    {
        "notice" => AlertLevel.Notice,
        "warning" => AlertLevel.Warning,
        _ => AlertLevel.Critical,
    };
}
