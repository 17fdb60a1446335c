using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Bars;
using Kobe.Plugins.MarketData.Calendars;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>Releases, reports, expiries and sessions to come.</summary>
public sealed class CalendarTests : IDisposable
{
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "06:10"));

    public void Dispose() => _stage.Dispose();

    // The agencies' own dates, where the rule meets them; the rules are conventions.
    [Theory]
    [InlineData("2026-11-06", "08:30 Employment report")]
    [InlineData("2026-12-04", "08:30 Employment report")]
    [InlineData("2021-01-08", "08:30 Employment report")]                // the year began on a Friday
    [InlineData("2026-07-02", "08:30 Employment report")]                // July 3 is a closing
    [InlineData("2026-11-19", "08:30 Initial jobless claims")]
    [InlineData("2026-11-25", "08:30 Initial jobless claims")]           // Thanksgiving follows
    [InlineData("2026-11-18", "10:30 Petroleum status")]
    [InlineData("2026-09-10", "10:30 Petroleum status")]                 // after Labor Day
    [InlineData("2026-11-02", "10:00 Purchasing managers, manufacturing")]
    [InlineData("2026-11-04", "10:00 Purchasing managers, services")]
    [InlineData("2026-11-11", "08:30 Consumer prices")]
    [InlineData("2026-11-12", "08:30 Producer prices")]
    [InlineData("2026-11-16", "08:30 Retail sales")]                     // the 15th is a Sunday
    [InlineData("2026-10-29", "08:30 Gross domestic product, first estimate")]
    [InlineData("2026-11-24", "10:00 Consumer confidence")]
    [InlineData("2026-11-13", "10:00 Consumer sentiment")]
    [InlineData("2026-11-03", "10:00 Job openings")]
    [InlineData("2026-11-20", "10:00 Existing home sales")]
    [InlineData("2026-11-24", "10:00 New home sales")]
    [InlineData("2026-11-27", "08:30 Personal income and outlays")]
    public void Release_HasItsUsualDay(string date, string release)
    {
        var day = Days.Date(date);
        var month = new DateOnly(day.Year, day.Month, 1);
        Assert.Contains(release, On(date));

        // Once in its month, or weekly.
        var name = release[6..];
        var others = Days.Between(month, month.AddMonths(1).AddDays(-1)).Count(one => On($"{one:yyyy-MM-dd}").Contains(release));
        Assert.InRange(others, 1, name is "Initial jobless claims" or "Petroleum status" ? 5 : name == "Consumer sentiment" ? 2 : 1);
    }

    [Theory]
    [InlineData("2026-11-26")]
    [InlineData("2026-11-28")]
    public void Closing_HasNoRelease(string date) => Assert.Empty(On(date));

    [Fact]
    public async Task Today_TellsItsReleases_AndARateDecision()
    {
        await _stage.SucceedAsync(new EconomicEventsHandler(), new EconomicEventsArguments());
        Assert.False(_stage.Find("econ.today")!.Value.GetProperty("release_0830").GetBoolean());

        await _stage.SucceedAsync(new EconomicEventsHandler(), new EconomicEventsArguments(Offset: 1, Fact: "econ.tomorrow"));
        Assert.True(_stage.Find("econ.tomorrow")!.Value.GetProperty("release_1000").GetBoolean());

        await _stage.SucceedAsync(new EconomicEventsHandler(), new EconomicEventsArguments(Offset: 16, Fact: "econ.fomc"));
        Assert.Contains("FOMC decision", _stage.Find("econ.fomc")!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnersFile_TakesTheRulesPlace_AndAWrongLineIsNamed()
    {
        var path = Events("economic.csv", "date,time,name\n2026-11-20,08:30,Something\n2026-11-24,08:30,Prices moved to today\n");
        await _stage.SucceedAsync(new EconomicEventsHandler(), new EconomicEventsArguments(Offset: 1));
        var fact = _stage.Find("econ.today")!.Value;
        Assert.Equal("Prices moved to today", Assert.Single(fact.GetProperty("events").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal((true, false), (fact.GetProperty("release_0830").GetBoolean(), fact.GetProperty("release_1000").GetBoolean()));

        File.AppendAllText(path, "2026-11-25,quarter past nine,Odd\n");
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => _stage.RunAsync(new EconomicEventsHandler(), new EconomicEventsArguments()));
        Assert.Contains("economic.csv:4", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_KeepsFromBuying_TwoSessionsBefore_AndOneAfter()
    {
        // Thanksgiving is no session: from Monday on, two sessions before are Tuesday's and Wednesday's reports.
        Events("earnings.csv", "symbol,date,when\nALFA,2026-11-20,amc\nBRAVO,2026-11-25,bmo\nCHARL,2026-11-27,bmo\nDELTA,2026-11-19,bmo\nOTHER,2026-11-23,bmo\n");
        var result = await _stage.SucceedAsync(new EarningsHandler(), new EarningsArguments());

        Assert.Equal(["ALFA", "BRAVO"], _stage.Find("earnings.today")!.Value.GetProperty("blackout").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(2, result.Evidence.Counts["reports"]);
    }

    [Fact]
    public async Task MadeUpMarket_HasMadeUpReports_AFolderHasNone()
    {
        await _stage.SucceedAsync(new EarningsHandler(), new EarningsArguments(Days: 120));
        var fact = _stage.Find("earnings.today")!.Value;
        Assert.True(fact.GetProperty("synthetic").GetBoolean());
        Assert.Equal(5, fact.GetProperty("reports").EnumerateArray().Select(one => one.GetProperty("symbol").GetString()).Distinct().Count());

        var dates = MadeUpEarnings.Of(1, "ALFA", Exchange.Xnys, new(2024, 1, 1), new(2025, 12, 31)).ToList();
        Assert.Equal(8, dates.Count);
        Assert.All(dates, one => Assert.NotNull(Exchange.Xnys.On(one.Date).Session));
        Assert.NotEqual(dates.Select(one => one.Date), MadeUpEarnings.Of(2, "ALFA", Exchange.Xnys, new(2024, 1, 1), new(2025, 12, 31)).Select(one => one.Date));

        BarFolder.Daily(BarFolder.Use(_stage), "AAA", BarFolder.Days("2026-11-20", 5));
        Assert.StartsWith("no dates of reports are known: put symbol,date", await _stage.SkipAsync(new EarningsHandler(), new EarningsArguments()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsSinceTheClose_AreComparedWithThoseBefore()
    {
        var folder = BarFolder.Use(_stage);
        var days = BarFolder.Days("2026-11-20", 60);
        BarFolder.Daily(folder, "AAA", days.Select((day, i) => (day.Date, i < 40 ? 100.0 : 110.0)));
        BarFolder.Minutes(folder, "AAA", "2026-11-23", BarFolder.Row("09:30", 30, 121.22));
        Events("earnings.csv", $"AAA,{days[40].Date:yyyy-MM-dd},bmo\nAAA,2026-11-20,amc\n");
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        _stage.Time.Pass(TimeSpan.FromHours(4));
        var arguments = new EarningsMovesArguments(Scope.All);

        await _stage.SucceedAsync(new EarningsMovesHandler(), arguments);
        Assert.Equal("nothing has changed since the last look", await _stage.SkipAsync(new EarningsMovesHandler(), arguments));

        var move = Assert.Single(_stage.Find("earnings.moves")!.Value.GetProperty("moves").EnumerateArray());
        Assert.Equal((110 / 100.2) - 1, move.GetProperty("usual_gap").GetDouble(), 6);
        Assert.Equal((121.22 / 110.2) - 1, move.GetProperty("gap").GetDouble(), 6);
    }

    [Fact]
    public async Task Week_ShowsThanksgiving_AndTheEarlyClose()
    {
        var result = await _stage.SucceedAsync(new WeekCalendarHandler(), new WeekArguments());

        Assert.Equal((7L, 4L), (result.Evidence.Counts["days"], result.Evidence.Counts["sessions"]));
        var special = _stage.Find("calendar.week")!.Value.GetProperty("special").EnumerateArray().Select(day => day.GetProperty("kind").GetString());
        Assert.Equal(["holiday", "earlyclose"], special);
        Assert.Contains("\"close\":\"13:00\"", File.ReadAllText(result.Evidence.Outputs[0].Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-18", "options and futures expire together")]
    [InlineData("2026-11-20", "options expire")]
    [InlineData("2026-06-18", "options and futures expire together")] // June 19 is a holiday
    [InlineData("2026-06-26", "Russell indexes are made anew")]
    [InlineData("2026-12-31", "last session of the quarter")]
    [InlineData("2026-10-30", "last session of the month")]
    public void SpecialSession_IsNamed(string date, string what) => Assert.Contains(
        new ExpiriesHandler.Line(Days.Date(date), what), ExpiriesHandler.Of(Days.Date(date), Market()));

    [Fact]
    public async Task Expiries_OfTheNextWeeks_AreInOrder()
    {
        var result = await _stage.SucceedAsync(new ExpiriesHandler(), new ExpiriesArguments(30));

        Assert.Equal(2, result.Evidence.Counts["dates"]);
        Assert.Equal("2026-11-30 last session of the month", result.Evidence.Ids[0].Id);
        Assert.StartsWith("nothing expires", await _stage.SkipAsync(new ExpiriesHandler(), new ExpiriesArguments(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_AgreesWithTheIndex_OrSaysWhereNot()
    {
        Assert.Equal(0, (await _stage.SucceedAsync(new VerifyCalendarHandler(), new VerifyArguments())).Evidence.Counts["mismatches"]);

        BarFolder.Daily(BarFolder.Use(_stage), "SPY", BarFolder.Days("2026-11-20", 30).Where(day => day.Date.Day != 18));
        var result = await _stage.SucceedAsync(new VerifyCalendarHandler(), new VerifyArguments());
        Assert.Equal(1, result.Evidence.Counts["mismatches"]);
        Assert.Contains("SPY has no bar of 2026-11-18", Assert.Single(_stage.Discoveries).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokersCalendar_DiffersInWords()
    {
        var ours = new[] { "2026-11-25", "2026-11-27", "2026-11-30" }.Select(date => Exchange.Xnys.On(Days.Date(date))).ToList();
        BrokerDay Day(string date, int close) => new(Days.Date(date), new(9, 30), new(close, 0), new(4, 0), new(20, 0));

        Assert.Equal(
            [
                "On 2026-11-27 the broker closes at 16:00, the rules at 13:00.",
                "The broker has no session on 2026-11-30; the rules do.",
                "The broker has a session on 2026-11-26; the rules have none.",
            ],
            VerifyCalendarHandler.Differences(ours, [Day("2026-11-25", 16), Day("2026-11-26", 16), Day("2026-11-27", 16)], Zones.NewYork));
    }

    private static List<string> On(string date) =>
        [.. EconomicRules.On(Days.Date(date), Exchange.Xnys).Select(one => $"{one.At:HH:mm} {one.Name}")];

    private Core.Markets.MarketClock Market() => Desk.Sessions.DeskSession.Of(_stage.Context()).Market;

    private string Events(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_stage.State, "desk", "events")).FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
