using System.Globalization;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>How far back a row looks: <c>close</c>, <c>open</c>, or a duration such as <c>90m</c>, <c>12h</c>,
/// <c>3d</c>.</summary>
internal static class Since
{
    /// <summary>The instant; null when the text is none of these.</summary>
    public static DateTimeOffset? Of(string text, DeskSession desk) => text switch
    {
        "close" => desk.LastComplete()?.Session!.Close,
        "open" => desk.Market.Calendar.On(desk.Today).Session?.Open ?? desk.LastComplete()?.Session!.Open,
        [.. var digits, var unit] when int.TryParse(
            digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 10_000 =>
            unit switch
            {
                'm' => desk.Now.AddMinutes(-count),
                'h' => desk.Now.AddHours(-count),
                'd' => desk.Now.AddDays(-count),
                _ => null,
            },
        _ => null,
    };
}
