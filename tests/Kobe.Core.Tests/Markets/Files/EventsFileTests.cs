using Kobe.Contracts;
using Kobe.Core.Markets.Events;
using Kobe.Core.Markets.Files;
using Kobe.Core.Tests.Text;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Markets.Files;

/// <summary>What events.yaml does, and how it can be wrong.</summary>
public class EventsFileTests
{
    private const string Text = """
        fomc:
          - { at: "14:00", source: Fed, days: [2026-12-09, 2027-01-27] }
          - { at: "14:00", source: Fed, days: 2027-03-17, confirmed: false }
        events:
          - { date: 2026-12-10, at: "08:30", name: Prices, source: BLS }
          - { date: 2026-12-10, at: "07:00", name: Rates, source: ECB, confirmed: false }
        earnings:
          - { from: "01-12", to: "02-20" }
        turn_of_month: { last: 2, first: 1 }
        quarter_end: { last: 3 }

        """;

    [Theory]
    // date             seasons
    [InlineData("2026-12-09", "FOMC_DAY")]
    [InlineData("2027-01-27", "FOMC_DAY, EARNINGS")]
    [InlineData("2027-03-17", "FOMC_DAY, EXPIRY_WEEK")]
    [InlineData("2026-12-10", "NONE")]
    [InlineData("2027-01-08", "NONE")]
    [InlineData("2027-01-12", "EXPIRY_WEEK, EARNINGS")]
    [InlineData("2027-02-22", "NONE")]
    [InlineData("2026-10-28", "NONE")]
    [InlineData("2026-10-29", "TURN_OF_MONTH")] // the last session but one
    [InlineData("2026-10-30", "TURN_OF_MONTH")]
    [InlineData("2026-11-02", "TURN_OF_MONTH")]
    [InlineData("2026-11-03", "NONE")]
    [InlineData("2026-12-28", "NONE")]
    [InlineData("2026-12-29", "QUARTER_END")]
    [InlineData("2026-12-30", "TURN_OF_MONTH, QUARTER_END")]
    [InlineData("2026-12-31", "TURN_OF_MONTH, QUARTER_END")]
    public void Seasons_FollowTheFile(string date, string seasons) =>
        Assert.Equal(seasons, Of(date).Seasons.ToString());

    [Theory]
    // date             events in order of time
    [InlineData("2026-12-09", "FOMC decision 14:00")]
    [InlineData("2027-03-17", "FOMC decision 14:00?")]
    [InlineData("2026-12-10", "Rates 07:00?, Prices 08:30")]
    [InlineData("2026-12-11", "")]
    public void Events_FollowTheFile(string date, string events) =>
        Assert.Equal(
            events,
            string.Join(", ", Of(date).Events.Select(one => $"{one.Name} {one.At:HH:mm}{(one.Confirmed ? "" : "?")}")));

    [Theory]
    // text                                                                 errors
    [InlineData("",                                                         "")]
    [InlineData("fomcs: []\n",                                              "1:1 KOBE1003")]
    [InlineData("fomc: [{ days: [2026-12-09], at: \"14:00\" }]\n",          "1:8 KOBE1030")]
    [InlineData("fomc: [{ days: [], at: \"14:00\", source: s }]\n",         "1:16 KOBE1040")]
    [InlineData("fomc: [{ days: [2026-12-32], at: \"14:00\", source: s }]\n", "1:17 KOBE1037")]
    [InlineData("fomc: [{ days: [2101-01-05], at: \"14:00\", source: s }]\n", "1:17 KOBE1206")]
    [InlineData("fomc: [{ days: [2026-12-09, 2026-12-09], at: \"14:00\", source: s }]\n", "1:29 KOBE1203")]
    [InlineData("fomc: [{ days: [2026-12-09], at: 2pm, source: s, confirmed: maybe }]\n",
        "1:34 KOBE1036, 1:61 KOBE1033")]
    [InlineData("events: [{ date: 1989-12-31, at: \"08:30\", name: n, source: s }]\n", "1:18 KOBE1206")]
    [InlineData("events: [{ date: 2026-02-30, at: \"08:30\", name: n, source: s }]\n", "1:18 KOBE1037")]
    [InlineData("events:\n  - { date: 2026-12-10, at: \"08:30\", name: n, source: s }\n"
        + "  - { date: 2026-12-10, at: \"09:30\", name: n, source: s }\n",  "3:5 KOBE1203")]
    [InlineData("earnings: [{ from: \"02-20\", to: \"01-12\" }]\n",         "1:33 KOBE1202")]
    [InlineData("earnings: [{ from: \"02-30\", to: \"13-01\" }]\n",         "1:20 KOBE1037, 1:33 KOBE1037")]
    [InlineData("turn_of_month: { last: 11, first: -1 }\n",                 "1:24 KOBE1035, 1:35 KOBE1035")]
    [InlineData("quarter_end: {}\n",                                        "1:14 KOBE1030")]
    public void Read_NamesThePlace_OfWhatIsWrong(string text, string errors) =>
        Assert.Equal(
            errors,
            CalendarFolder.Read(("events.yaml", text)).Errors.Replace("events.yaml:", "", StringComparison.Ordinal));

    // schedule/calendars/events.yaml is what people read and change; the built-in list is what saves reading it.
    [Fact]
    public void BuiltInList_SaysWhatTheShippedFileSays()
    {
        var path = Kobe.Testing.Repository.At("schedule", "calendars", "events.yaml");
        var shipped = EventsFileReader.Read(YamlFile.Read(File.ReadAllBytes(path)).Node!, new Diagnostics());

        Assert.Equal(shipped.Dated, BuiltInEvents.Rules.Dated);
        Assert.Equal(shipped.Earnings, BuiltInEvents.Rules.Earnings);
        Assert.Equal(Lengths(shipped), Lengths(BuiltInEvents.Rules));
    }

    private static (int, int, int) Lengths(EventRules rules) =>
        (rules.TurnOfMonthLast, rules.TurnOfMonthFirst, rules.QuarterEndLast);

    private static MarketContext Of(string date) =>
        CalendarFolder.Read(("events.yaml", Text)).Set.Default.At(Kobe.Testing.Days.Instant(date + "T17:00Z"));
}
