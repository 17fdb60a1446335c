using System.Text.Json.Serialization;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>The releases of some dates: the fact <c>econ.today</c>.</summary>
/// <param name="Date">The first date.</param>
/// <param name="Days">How many dates.</param>
/// <param name="Events">What happens, in order of time.</param>
/// <param name="IsReleased0830">Whether figures come out at 08:30 on the first date.</param>
/// <param name="IsReleased1000">Whether figures come out at 10:00 on the first date.</param>
internal sealed record EconomicToday(
    DateOnly Date, int Days, IReadOnlyList<EconomicEvent> Events,
    [property: JsonPropertyName("release_0830")] bool IsReleased0830,
    [property: JsonPropertyName("release_1000")] bool IsReleased1000)
{
    private const int EventsMax = 200;

    /// <summary>Sums up events.</summary>
    public static EconomicToday Of(DateOnly date, int days, IReadOnlyList<EconomicEvent> events) => new(
        date, days, [.. events.Take(EventsMax)], HasAt(events, date, new(8, 30)), HasAt(events, date, new(10, 0)));

    private static bool HasAt(IReadOnlyList<EconomicEvent> events, DateOnly date, TimeOnly time) =>
        events.Any(one => one.At.DateTime == date.ToDateTime(time));
}
