using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>A date of the week to come.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind"><c>session</c>, <c>early close</c> or <c>closing</c>.</param>
/// <param name="Name">The name of a closing or of special hours, or null.</param>
/// <param name="Close">When the session ends (UTC), or null.</param>
/// <param name="Seasons">The special times that it belongs to.</param>
/// <param name="Events">What is known to happen.</param>
internal sealed record WeekDay(
    string Date, string Kind, string? Name, DateTimeOffset? Close, IReadOnlyList<string> Seasons,
    IReadOnlyList<string> Events)
{
    /// <summary>The weekdays of the seven days after a date.</summary>
    public static IReadOnlyList<WeekDay> After(DateOnly date, MarketClock clock) =>
    [
        .. Enumerable.Range(1, 7).Select(date.AddDays).Select(clock.Day)
            .Where(day => day.Day.Kind != DayKind.Weekend).Select(Of),
    ];

    private static WeekDay Of(MarketDay day) => new(
        Told.Date(day.Date),
        day.Day.Kind switch
        {
            DayKind.Session => "session",
            DayKind.EarlyClose => "early close",
            _ => "closing",
        },
        day.Day.Name,
        day.Day.Session?.Close,
        [.. Enum.GetValues<Season>().Where(one => one != Season.NONE && day.Seasons.HasFlag(one))
            .Select(one => one.ToString())],
        [.. day.Events.Select(one => one.Name)]);
}
