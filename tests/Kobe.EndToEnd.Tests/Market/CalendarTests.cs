using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Market;

/// <summary><c>kobe calendar</c>: one row a day.</summary>
public class CalendarTests
{
    [Fact]
    public async Task Calendar_HasItsShape_AndARowADay()
    {
        var said = await Ask("--from", "2026-11-25", "--to", "2026-11-28");

        Assert.Equal("calendar days", string.Join(' ', said.EnumerateObject().Select(member => member.Name)));
        Assert.Equal("xnys", said.GetProperty("calendar").GetString());
        var days = said.GetProperty("days").EnumerateArray().ToList();
        Assert.All(days, day => Assert.Equal(
            "date kind name open close confirmed source",
            string.Join(' ', day.EnumerateObject().Select(member => member.Name))));
        Assert.Equal(
            [
                "2026-11-25 session - 2026-11-25T14:30:00Z 2026-11-25T21:00:00Z",
                "2026-11-26 holiday Thanksgiving - -",
                "2026-11-27 early_close Day after Thanksgiving 2026-11-27T14:30:00Z 2026-11-27T18:00:00Z",
                "2026-11-28 weekend - - -",
            ],
            days.Select(Row));
    }

    [Theory]
    // date             row
    [InlineData("1990-01-01", "1990-01-01 holiday New Year's Day - -")]
    [InlineData("2001-09-11", "2001-09-11 holiday * - -")]
    [InlineData("2026-03-06", "2026-03-06 session - 2026-03-06T14:30:00Z 2026-03-06T21:00:00Z")]
    [InlineData("2026-03-09", "2026-03-09 session - 2026-03-09T13:30:00Z 2026-03-09T20:00:00Z")]
    [InlineData("2026-07-03", "2026-07-03 holiday Independence Day - -")]
    [InlineData("2100-12-31", "2100-12-31 session - 2100-12-31T14:30:00Z 2100-12-31T21:00:00Z")]
    public async Task Calendar_KnowsTheDay(string date, string row)
    {
        var day = Assert.Single((await Ask("--from", date, "--to", date)).GetProperty("days").EnumerateArray());

        var name = row.Contains('*', StringComparison.Ordinal) ? day.GetProperty("name").GetString()! : "*";
        Assert.Equal(row.Replace("*", name, StringComparison.Ordinal), Row(day));
    }

    [Fact]
    public async Task Calendar_OfCrypto_NeverCloses()
    {
        var said = await Ask("--calendar", "crypto", "--from", "2026-12-24", "--to", "2026-12-26");

        Assert.Equal(
            [
                "2026-12-24 session - 2026-12-24T00:00:00Z 2026-12-25T00:00:00Z",
                "2026-12-25 session - 2026-12-25T00:00:00Z 2026-12-26T00:00:00Z",
                "2026-12-26 session - 2026-12-26T00:00:00Z 2026-12-27T00:00:00Z",
            ],
            said.GetProperty("days").EnumerateArray().Select(Row));
    }

    [Theory]
    // options                                 rows
    [InlineData("--from 1990-01-01 --to 2100-12-31", 40_542)]
    [InlineData("--from 2100-12-20",                 12)]
    [InlineData("--from 2026-01-01",                 31)]
    [InlineData("",                                  31)]
    public async Task Calendar_HasARowADay_HoweverMany(string options, int rows) =>
        Assert.Equal(rows, (await Ask(options.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .GetProperty("days").GetArrayLength());

    [Fact]
    public async Task Calendar_IsATable_ForPeople()
    {
        string[] days = ["--from", "2026-11-25", "--to", "2026-11-28"];
        var table = (await KobeProcess.Run(["calendar", .. days])).ShouldWork().Output;

        Assert.Equal(
            """
            date        day  kind         open   close  utc open  utc close  name
            2026-11-25  Wed  session      09:30  16:00  14:30     21:00
            2026-11-26  Thu  holiday      -      -      -         -          Thanksgiving
            2026-11-27  Fri  early_close  09:30  13:00  14:30     18:00      Day after Thanksgiving
            2026-11-28  Sat  weekend      -      -      -         -

            """,
            table);
        Assert.Contains(
            "2026-11-27  Fri  early_close  14:30  18:00  14:30     18:00",
            (await KobeProcess.Run(["calendar", "--zone", "UTC", .. days])).ShouldWork().Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_TakesDaysFromFiles()
    {
        using var schedule = ScheduleFolder.With("storm.yaml", """
            calendar: xnys
            days:
              - { date: 2026-11-30, is: closed,      name: Storm, source: notice }
              - { date: 2026-11-24, is: early_close, at: "12:15", name: Fog, source: notice }
            """);
        var said = JsonDocument.Parse((await schedule.Ask("--json")).ShouldWork().Output).RootElement;

        var rows = said.GetProperty("days").EnumerateArray().Select(Row).ToList();
        Assert.Equal("2026-11-24 early_close Fog 2026-11-24T14:30:00Z 2026-11-24T17:15:00Z", rows[1]);
        Assert.Equal("2026-11-30 holiday Storm - -", rows[7]);
    }

    private static async Task<JsonElement> Ask(params string[] options)
    {
        var result = await KobeProcess.Run(["calendar", "--json", .. options]);
        return JsonDocument.Parse(result.ShouldWork().Output).RootElement;
    }

    private static string Row(JsonElement day)
    {
        string[] names = ["date", "kind", "name", "open", "close"];
        return string.Join(' ', names.Select(name => day.GetProperty(name).GetString() ?? "-"));
    }
}
