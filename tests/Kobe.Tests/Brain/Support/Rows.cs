using System.Text;
using Kobe.Brain;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Markets;

namespace Kobe.Tests.Brain;

/// <summary>Rosters from YAML rows; the handler's name says what it can do.</summary>
internal static class Rows
{
    public static CalendarSet Calendars { get; } = CalendarLoader.Load("no-such-directory", new MachineZones());

    /// <summary>pure and pull: no effects, pull publishes bars.daily; keyed and ask: idempotent; order: orders, can be
    /// asked; blind: orders, can't.</summary>
    public static Catalogue Catalogue { get; } = new("1.0", [],
    [
        Handler("ask", Effects.Idempotent, reconciles: true),
        Handler("blind", Effects.Orders, reconciles: false),
        Handler("keyed", Effects.Idempotent, reconciles: false),
        Handler("order", Effects.Orders, reconciles: true),
        Handler("pull", Effects.None, reconciles: false, "bars.daily"),
        Handler("pure", Effects.None, reconciles: false),
    ]);

    /// <summary>A roster of rows, each the inside of a YAML flow mapping, the id first: <c>"a, at:
    /// '09:35'"</c>.</summary>
    public static Roster Roster(DateTimeOffset now, params string[] rows)
    {
        var text = new StringBuilder("tasks:\n");
        foreach (var row in rows)
        {
            var run = row.Contains("run:", StringComparison.Ordinal) ? "" : ", run: pure";
            text.Append("  - { id: ").Append(row).Append(run).Append(" }\n");
        }

        var reading = ScheduleReader.Read(
            [new TextFile("schedule/test.yaml", Encoding.UTF8.GetBytes(rows.Length == 0 ? "tasks: []" : text.ToString()))],
            new ScheduleSurroundings
            {
                Calendars = Calendars, Zones = new MachineZones(), Now = now, Catalogue = Catalogue,
            });
        Assert.True(reading.Schedule is not null, string.Join('\n', reading.Diagnostics.Items) + "\n" + text);
        return new Roster(reading.Schedule, Calendars, Catalogue, now);
    }

    private static HandlerRecord Handler(string name, Effects effects, bool reconciles, params string[] facts) => new(
        name, "Test", effects, reconciles, "", facts, []);
}
