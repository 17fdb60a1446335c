using System.Text;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Markets;

namespace Kobe.Benchmarks.Figures;

/// <summary>Schedules of any size, with every kind of trigger in the shares that a desk's schedule has.</summary>
internal sealed class MadeSchedule
{
    private static readonly string[] Triggers =
    [
        "every: 5m, from: open, to: close", "at: close-25m", "cron: \"0 10 * * 6\", on: any",
        "at: [\"09:35\", \"12:00\"]", "every: 30m, on: any",
    ];

    private static readonly string[] Categories =
        ["maintenance", "monitoring", "research", "learning", "trading, kind: exit"];

    private readonly ScheduleSurroundings _around = new()
    {
        Calendars = CalendarLoader.Load("schedule", new MachineZones()),
        Zones = new MachineZones(),
        Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
    };

    public CalendarSet Calendars => _around.Calendars;

    public static TextFile[] Files(int count, int rows) =>
        [.. Enumerable.Range(0, count).Select(file => new TextFile(
            $"{file:00}.yaml", Encoding.UTF8.GetBytes("zone: America/New_York\ndefaults: { on: trading-days }\ntasks:\n"
                + string.Concat(Enumerable.Range(0, rows).Select(row => Row(file, row))))))];

    public Schedule Read(TextFile[] files)
    {
        var reading = ScheduleReader.Read(files, _around);
        return reading.Schedule
            ?? throw new InvalidOperationException(reading.Diagnostics.Items[0].ToString());
    }

    // One row in four has a trigger of its own kind; the others are times of the day, as in old lists.
    private static string Row(int file, int row) =>
        $"  - {{ id: task_{file}_{row}, run: handler_{row % 88}, "
        + (row % 4 == 0 ? Triggers[row / 4 % Triggers.Length] : $"at: \"{row % 24:00}:{row % 60:00}\"")
        + $", category: {Categories[row / 3 % Categories.Length]}, priority: {(row % 10) + 1}, tags: [a, b], "
        + $"about: \"Row number {row}\", args: {{ count: {row}, mode: fast }} }}\n";
}
