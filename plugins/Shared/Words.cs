using System.Globalization;

namespace Kobe.Plugins.State;

/// <summary>Amounts as people read them.</summary>
internal static class Words
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>A duration in its two largest units: <c>3 d 4 h</c>, <c>2 m 5 s</c>, <c>12 s</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{(int)span.TotalDays} d {span.Hours} h",
        { TotalHours: >= 1 } => $"{(int)span.TotalHours} h {span.Minutes} m",
        { TotalMinutes: >= 1 } => $"{(int)span.TotalMinutes} m {span.Seconds} s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s"),
    };

    /// <summary>So many bytes, in steps of a thousand: <c>1.2 GB</c>.</summary>
    public static string OfBytes(double bytes)
    {
        var unit = 0;
        while (bytes >= 1000 && unit < Units.Length - 1)
        {
            bytes /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.#} {Units[unit]}");
    }

    /// <summary>A share with one decimal: <c>4.2 %</c>.</summary>
    public static string OfPercent(double percent) =>
        string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %");
}
