using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Rollover;

/// <summary>What is special about a date: the fact <c>day.card</c> and the file <c>days/DATE.json</c>.</summary>
/// <param name="Date">The date, in the exchange's zone.</param>
/// <param name="Kind"><c>session</c>, <c>early_close</c>, <c>holiday</c> or <c>weekend</c>.</param>
/// <param name="Holiday">The holiday's name, or null.</param>
/// <param name="Open">When the market opens (UTC); null without a session.</param>
/// <param name="Close">When it closes (UTC); null without a session.</param>
/// <param name="NextOpen">The next opening after the card was made (UTC), or null.</param>
/// <param name="Seasons">What the date belongs to, in capitals.</param>
/// <param name="Events">The date's events.</param>
internal sealed record DayCard(
    string Date,
    string Kind,
    string? Holiday,
    DateTimeOffset? Open,
    DateTimeOffset? Close,
    DateTimeOffset? NextOpen,
    IReadOnlyList<string> Seasons,
    IReadOnlyList<DayEvent> Events)
{
    /// <summary>The card of a context's date.</summary>
    public static DayCard Of(in MarketContext market) => new(
        market.Date.ToString("yyyy-MM-dd"),
        market switch
        {
            { IsEarlyClose: true } => "early_close",
            { IsTradingDay: true } => "session",
            { IsHoliday: true } => "holiday",
            _ => "weekend",
        },
        market.Holiday,
        market.Open,
        market.Close,
        market.NextOpen,
        [.. SeasonsOf(market.Seasons)],
        [.. market.Events.Select(happening => new DayEvent(happening.Name, happening.At, happening.Confirmed))]);

    private static IEnumerable<string> SeasonsOf(Season seasons) =>
        Enum.GetValues<Season>().Where(season => season != Season.NONE && seasons.HasFlag(season))
            .Select(season => season.ToString());
}
