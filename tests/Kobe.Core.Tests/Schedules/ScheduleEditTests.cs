using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Schedules;

public class ScheduleEditTests
{
    private const string Valid = """
        zone: America/New_York
        defaults: { timeout: 30s, category: monitoring, on: trading-days }
        tasks:
          - { id: a, run: x, at: "09:35", on: [mon, tue], args: { n: 1, list: [a, b] }, retries: 2, expires: 4h }
          - { id: b, run: x, every: 5m, from: open, to: close-5m, phases: [MORNING, LUNCH], expires: next-slot }
          - id: c
            run: x
            cron: "0 10 * * FRI#3"
            on: any
            after: [a, { task: b, end: any }]
            needs: [bars.daily < 20h]
            when: ["regime.state == bull"]
          - { id: d, run: x, once: 2026-12-01T09:45, category: trading, kind: exit, priority: critical }
          - { id: e, run: x, whenever: { cooldown: 2h }, catch_up: { all: 3 }, backoff: { base: 10s, cap: 5m } }
          - { id: f, run: x, at: [open, close-25m], expires: close, enabled: false }
        """;

    private static readonly string[] Parts =
    [
        "[", "]", "{", "}", ":", ": ", ",", "\n", " ", "- ", "#", "'", "\"", "\\", "*", "&a ", "${X}", "${X:-5m}", "5m",
        "open", "close-25m", "-", "+", "0", "9", "99", "any", "sat", "id", "at: ", "every: ", "cron: ", "expires: ",
        "phases: [EVENING]", "WEEKEND", "null", "~", "é", "\0", "after: [f]", "L", "W", "/", "2100-12-31T23:59",
        "calendar: crypto", "tasks",
    ];

    // A random edit gives all rows or none, never an exception; every error says where it stands, in the file.
    [Fact]
    public void RandomEdit_NeverCrashes_AndNeverLoadsHalf()
    {
        Assert.Equal(6, ScheduleText.Schedule(Valid).Tasks.Count);
        var edit = Gen.Zip(Gen.Choose(0, Valid.Length), Gen.Zip(Gen.Choose(0, 6), Gen.Elements(Parts)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_500),
            Prop.ForAll(edit.NonEmptyListOf().Resize(4).ToArbitrary(), edits => Holds(Apply(edits))));
    }

    private static bool Holds(string text)
    {
        var reading = ScheduleText.Read(text);
        var lines = text.Split('\n').Length;
        return (reading.Schedule is null) == reading.Diagnostics.HasErrors
            && reading.Diagnostics.Items.All(item => item.File == "a.yaml" && item.Line >= 1 && item.Line <= lines + 1
                && item.Message.Length > 0)
            && (reading.Schedule is null || reading.Schedule.Tasks.Count == RowsIn(text));
    }

    // How many rows the text has, asked of the parser alone.
    private static int RowsIn(string text)
    {
        var root = YamlText.Read("a.yaml", Encoding.UTF8.GetBytes(text), new Diagnostics()) as YamlMapping;
        var tasks = root?.Entries.Single(entry => entry.Key.Value == "tasks").Value as YamlSequence;
        return tasks?.Items.Count ?? -1;
    }

    private static string Apply(IEnumerable<(int At, (int Removed, string Put) Change)> edits)
    {
        var text = new StringBuilder(Valid);
        foreach (var (at, (removed, put)) in edits)
        {
            var from = Math.Min(at, text.Length);
            text.Remove(from, Math.Min(removed, text.Length - from)).Insert(from, put);
        }

        return text.ToString();
    }
}
