using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Market;

/// <summary><c>kobe awareness</c>: what the market is doing at a time.</summary>
public class AwarenessTests
{
    // The contract of the surface: names, order and kinds. Another member is fine; one less or renamed is a decision.
    private const string Shape =
        "timestamp:String zone:String date:String dayOfWeek:String phase:String phaseGroup:String mode:String "
        + "seasons:Array events:Array isTradingDay:Boolean isMarketOpen:Boolean isEarlyClose:Boolean "
        + "isHoliday:Boolean holiday:String? isWeekend:Boolean isConfirmed:Boolean open:String? close:String? "
        + "nextOpen:String? nextClose:String? minutesToOpen:Number? minutesToClose:Number? entriesAllowed:Boolean "
        + "entriesNamed:Array exitsAllowed:Boolean reason:String recommended:Array";

    [Theory]
    // at                       phase and mode                what is true                    minutes to open, close
    // an early close
    [InlineData("2026-11-27T09:29:59",      "PRE_MARKET MONITORING",      "day early",                        "0 -")]
    [InlineData("2026-11-27T09:30:00",      "OPENING MONITORING",         "day open early exits",           "- 210")]
    [InlineData("2026-11-27T11:29:00",      "MORNING ACTIVE_TRADING",     "day open early entries exits",    "- 91")]
    [InlineData("2026-11-27T11:59:00",      "POWER_HOUR ACTIVE_TRADING",  "day open early entries exits",    "- 61")]
    [InlineData("2026-11-27T12:30:00",      "CLOSING MONITORING",         "day open early exits",            "- 30")]
    [InlineData("2026-11-27T12:59:59",      "CLOSING MONITORING",         "day open early exits",             "- 0")]
    [InlineData("2026-11-27T13:00:00",      "AFTER_HOURS LEARNING",       "day early",                     "4110 -")]
    [InlineData("2026-11-27T16:59:59",      "AFTER_HOURS LEARNING",       "day early",                     "3870 -")]
    [InlineData("2026-11-27T17:00:00",      "EVENING RESEARCH",           "day early",                     "3870 -")]
    // a usual session
    [InlineData("2026-11-20T01:59:59",      "OVERNIGHT MAINTENANCE",      "day",                            "450 -")]
    [InlineData("2026-11-20T02:00:00",      "OVERNIGHT SLEEP",            "day",                            "450 -")]
    [InlineData("2026-11-20T04:00:00",      "PRE_MARKET RESEARCH",        "day",                            "330 -")]
    [InlineData("2026-11-20T07:00:00",      "PRE_MARKET MONITORING",      "day",                            "150 -")]
    [InlineData("2026-11-20T10:00:00",      "MORNING ACTIVE_TRADING",     "day open entries exits",         "- 360")]
    [InlineData("2026-11-20T11:30:00",      "LUNCH MONITORING",           "day open exits",                 "- 270")]
    [InlineData("2026-11-20T14:30:00",      "POWER_HOUR ACTIVE_TRADING",  "day open entries exits",          "- 90")]
    [InlineData("2026-11-20T15:30:00",      "CLOSING MONITORING",         "day open exits",                  "- 30")]
    [InlineData("2026-11-20T16:00:00",      "AFTER_HOURS LEARNING",       "day",                           "3930 -")]
    [InlineData("2026-11-20T20:00:00",      "EVENING RESEARCH",           "day",                           "3690 -")]
    // closings
    [InlineData("2026-11-26T10:00:00",      "HOLIDAY RESEARCH",           "holiday",                       "1410 -")]
    [InlineData("2026-11-28T10:00:00",      "WEEKEND RESEARCH",           "weekend",                       "2850 -")]
    // the clock changes: 2026-03-08 has 23 hours, 2026-11-01 has 25
    [InlineData("2026-03-08T01:59:59",      "WEEKEND RESEARCH",           "weekend",                       "1830 -")]
    [InlineData("2026-03-08T02:30:00",      "WEEKEND RESEARCH",           "weekend",                       "1830 -")]
    [InlineData("2026-11-01T01:30:00",      "WEEKEND RESEARCH",           "weekend",                       "1980 -")]
    [InlineData("2026-11-01T01:30:00-05:00","WEEKEND RESEARCH",           "weekend",                       "1920 -")]
    [InlineData("2026-03-09T13:30:00Z",     "OPENING MONITORING",         "day open exits",                 "- 390")]
    [InlineData("2026-11-02T14:30:00Z",     "OPENING MONITORING",         "day open exits",                 "- 390")]
    // the ends of the calendar
    [InlineData("1990-01-01T00:00:00",      "HOLIDAY RESEARCH",           "holiday",                       "2010 -")]
    [InlineData("1990-01-02T09:30:00",      "OPENING MONITORING",         "day open exits",                 "- 390")]
    [InlineData("2100-12-31T15:59:59",      "CLOSING MONITORING",         "day open exits unconfirmed",       "- 0")]
    [InlineData("2100-12-31T23:59:59",      "EVENING RESEARCH",           "day unconfirmed",                  "- -")]
    public async Task Awareness_KnowsTheMarket_AtAnyTime(string at, string phase, string facts, string minutes)
    {
        var said = await Ask(at);

        Assert.Equal(phase, $"{Text(said, "phase")} {Text(said, "mode")}");
        Assert.Equal(facts, Facts(said));
        Assert.Equal(minutes, $"{Text(said, "minutesToOpen")} {Text(said, "minutesToClose")}");
        Assert.Equal(Shape, string.Join(' ', said.EnumerateObject().Select(Kind)));
    }

    [Theory]
    [InlineData("AFTER_HOURS",  "02:00", "16:00", "20:00")]
    [InlineData("PRE_MARKET",   "04:00", "07:00", "09:29")]
    [InlineData("MARKET_OPEN",  "09:30", "12:00", "15:29")]
    [InlineData("MARKET_CLOSE", "15:30", "15:45", "15:59")]
    public async Task Awareness_GroupsThePhases(string group, params string[] times)
    {
        foreach (var time in times)
        {
            Assert.Equal(group, Text(await Ask($"2026-11-20T{time}"), "phaseGroup"));
        }
    }

    [Theory]
    // at                        timestamp
    [InlineData("2026-11-27T12:59", "2026-11-27T12:59:00-05:00")]
    [InlineData("2026-11-27 12:59", "2026-11-27T12:59:00-05:00")]
    [InlineData("2026-11-27",       "2026-11-27T00:00:00-05:00")]
    [InlineData("2026-11-27T17:59:59.999Z",      "2026-11-27T12:59:59-05:00")]
    [InlineData("2026-11-28T02:59:59+09:00",     "2026-11-27T12:59:59-05:00")]
    [InlineData("2026-03-08T02:30",              "2026-03-08T03:00:00-04:00")]
    [InlineData("2026-11-01T01:30",              "2026-11-01T01:30:00-04:00")]
    public async Task Awareness_UnderstandsTimes_AsPeopleWriteThem(string at, string timestamp) =>
        Assert.Equal(timestamp, Text(await Ask(at), "timestamp"));

    [Theory]
    // member, and its value at 12:59:59, at 13:00 and on the holiday before
    [InlineData("date",      "2026-11-27",                "2026-11-27",                "2026-11-26")]
    [InlineData("dayOfWeek", "Friday",                    "Friday",                    "Thursday")]
    [InlineData("holiday",   "-",                         "-",                         "Thanksgiving")]
    [InlineData("open",      "2026-11-27T09:30:00-05:00", "2026-11-27T09:30:00-05:00", "-")]
    [InlineData("close",     "2026-11-27T13:00:00-05:00", "2026-11-27T13:00:00-05:00", "-")]
    [InlineData("nextOpen",  "2026-11-30T09:30:00-05:00", "2026-11-30T09:30:00-05:00", "2026-11-27T09:30:00-05:00")]
    [InlineData("nextClose", "2026-11-27T13:00:00-05:00", "2026-11-30T16:00:00-05:00", "2026-11-27T13:00:00-05:00")]
    [InlineData("entriesNamed", "CLOSING",                "",                          "")]
    [InlineData("recommended", "monitoring trading", "learning monitoring", "research learning monitoring")]
    public async Task Awareness_TellsTheDay(string member, string before, string after, string holiday)
    {
        Assert.Equal(before, Text(await Ask("2026-11-27T12:59:59"), member));
        Assert.Equal(after, Text(await Ask("2026-11-27T13:00:00"), member));
        Assert.Equal(holiday, Text(await Ask("2026-11-26T13:00:00"), member));
    }

    [Theory]
    // date             seasons                           events
    [InlineData("2026-11-20", "OPTIONS_EXPIRY EXPIRY_WEEK EARNINGS",
        "Monthly options expiry 2026-11-20T16:00:00-05:00")]
    [InlineData("2026-06-18", "OPTIONS_EXPIRY EXPIRY_WEEK",
        "Quarterly options and futures expiry 2026-06-18T16:00:00-04:00")]
    [InlineData("2026-12-09", "FOMC_DAY",                  "FOMC decision 2026-12-09T14:00:00-05:00")]
    [InlineData("2026-09-30", "TURN_OF_MONTH QUARTER_END", "")]
    [InlineData("2026-08-27", "",                          "")]
    public async Task Awareness_TellsSeasonsAndEvents(string date, string seasons, string events)
    {
        var said = await Ask(date);

        Assert.Equal(seasons, Text(said, "seasons"));
        Assert.Equal(events, string.Join(", ", said.GetProperty("events").EnumerateArray()
            .Select(item => $"{Text(item, "name")} {Text(item, "at")}")));
    }

    [Fact]
    public async Task Awareness_IsAlsoAnOption()
    {
        string[] rest = ["--json", "--at", "2026-11-27T12:59"];
        var command = (await KobeProcess.Run(["awareness", .. rest])).ShouldWork();

        Assert.Equal(command, await KobeProcess.Run(["--awareness", .. rest]));
        Assert.Equal(command, await KobeProcess.Run([.. rest, "--awareness"]));
    }

    [Theory]
    // zone                  timestamp                    open
    [InlineData("America/New_York", "2026-11-27T12:59:00-05:00", "2026-11-27T09:30:00-05:00")]
    [InlineData("Europe/London",    "2026-11-27T12:59:00+00:00", "2026-11-27T14:30:00+00:00")]
    [InlineData("Asia/Kathmandu",   "2026-11-27T12:59:00+05:45", "2026-11-27T20:15:00+05:45")]
    [InlineData("UTC",              "2026-11-27T12:59:00+00:00", "2026-11-27T14:30:00+00:00")]
    [InlineData("GMT Standard Time", "2026-11-27T12:59:00+00:00", "2026-11-27T14:30:00+00:00")]
    public async Task Awareness_AnswersInTheZone_ThatWasAsked(string zone, string timestamp, string open)
    {
        var said = await Ask("2026-11-27T12:59", "--zone", zone);

        Assert.Equal(timestamp, Text(said, "timestamp"));
        Assert.Equal(open, Text(said, "open"));
    }

    [Fact]
    public async Task Awareness_KnowsCrypto_OpenOnASunday()
    {
        var said = await Ask("2026-11-29T12:00Z", "--calendar", "crypto", "--zone", "UTC");

        Assert.Equal("day open exits", Facts(said));
        Assert.Equal("2026-11-29T00:00:00+00:00", Text(said, "open"));
        Assert.Equal("2026-11-30T00:00:00+00:00", Text(said, "close"));
    }

    [Fact]
    public async Task Awareness_NeedsNoTime()
    {
        var said = JsonDocument.Parse((await KobeProcess.Run("awareness", "--json")).ShouldWork().Output).RootElement;

        Assert.Equal(Shape, string.Join(' ', said.EnumerateObject().Select(Kind)));
    }

    private static async Task<JsonElement> Ask(string at, params string[] more)
    {
        var result = await KobeProcess.Run(["awareness", "--json", "--at", at, .. more]);
        return JsonDocument.Parse(result.ShouldWork().Output).RootElement;
    }

    // Members that may be null count as their kind, with a question mark.
    private static string Kind(JsonProperty member)
    {
        var mayBeNull = Shape.Contains($"{member.Name}:String?", StringComparison.Ordinal)
            || Shape.Contains($"{member.Name}:Number?", StringComparison.Ordinal);
        return member.Value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => $"{member.Name}:Boolean",
            JsonValueKind.Null when mayBeNull => Shape.Split(' ').Single(word => word.StartsWith(member.Name + ":")),
            var kind => $"{member.Name}:{kind}{(mayBeNull ? "?" : "")}",
        };
    }

    private static string Facts(JsonElement said)
    {
        (string Member, string Word)[] words =
        [
            ("isTradingDay", "day"), ("isMarketOpen", "open"), ("isEarlyClose", "early"), ("isHoliday", "holiday"),
            ("isWeekend", "weekend"), ("entriesAllowed", "entries"), ("exitsAllowed", "exits"),
        ];
        var facts = words.Where(word => said.GetProperty(word.Member).GetBoolean()).Select(word => word.Word);
        return string.Join(' ', said.GetProperty("isConfirmed").GetBoolean() ? facts : facts.Append("unconfirmed"));
    }

    private static string Text(JsonElement said, string member) => said.GetProperty(member) switch
    {
        { ValueKind: JsonValueKind.Null } => "-",
        { ValueKind: JsonValueKind.Array } list => string.Join(' ', list.EnumerateArray()),
        var value => value.ToString(),
    };
}
