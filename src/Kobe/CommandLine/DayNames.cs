using System.Globalization;
using Kobe.Core.Markets;

namespace Kobe.CommandLine;

/// <summary>Dates and their kinds as the surface writes them.</summary>
internal static class DayNames
{
    public static string Kind(DayKind kind) => kind switch
    {
        DayKind.EarlyClose => "early_close",
        DayKind.Holiday => "holiday",
        DayKind.Weekend => "weekend",
        _ => "session",
    };

    public static string Date(DateOnly date) => date.ToString("o", CultureInfo.InvariantCulture);
}
