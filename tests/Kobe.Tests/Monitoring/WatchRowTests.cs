using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Hosting;
using Kobe.Tests.Brain;
using Kobe.Tests.Hosting;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.Monitoring;

/// <summary>Every row of monitoring.yaml and maintenance.yaml, run once by the built plugins in a real runner.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WatchRowTests : IDisposable
{
    // Friday 2026-11-20, half past five in the evening in New York.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 22, 30, 0, TimeSpan.Zero);

    // Nothing here has an address, pins plugins, or lies where a program would look for kobe.dll.
    private static readonly string[] MaySkip = ["monitoring.endpoint", "watch.plugins.approved"];

    private readonly StateFolder state = new();
    private readonly Stage stage;

    public WatchRowTests()
    {
        Prepare();
        stage = new(
            laneLock: state.At("lane.lock"), spare: false,
            change: settings => settings with
            {
                State = state.Root, Schedule = state.At("home/schedule"), WorkingDirectory = state.At("home"),
            },
            fixtures: ["Kobe.Plugins.Monitoring", "Kobe.Plugins.Maintenance"]);
    }

    public static IReadOnlyList<ScheduledTask> Rows { get; } =
        [.. Shipped.Schedule.Tasks.Where(task => Path.GetFileName(task.Mark.File) is "monitoring.yaml" or "maintenance.yaml")];

    public void Dispose()
    {
        stage.Dispose();
        state.Dispose();
    }

    [Fact]
    public void EachRow_DoesCheckableWork_ThatNoOtherDoes()
    {
        Assert.True(Rows.Count >= 140, $"{Rows.Count} rows");
        var wrong = new List<string>();
        var facts = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        foreach (var (name, value) in KnownFacts())
        {
            facts[name] = new(value, Now.AddHours(-1), "other@2026-11-20T09:00");
        }

        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            var result = Run(row, facts);
            var text = $"{row.Id}: {result.Outcome} {result.Error} {result.Reason}";
            if (result.Outcome == AttemptOutcome.Skipped && MaySkip.Any(may => row.Run == may || row.Id == may))
            {
                continue;
            }

            if (result.Outcome != AttemptOutcome.Succeeded || result.Evidence is null or "{}")
            {
                wrong.Add(text);
                continue;
            }

            foreach (var (name, value) in result.Facts)
            {
                if (!facts.TryAdd(name, new(value, Now, row.Id)))
                {
                    wrong.Add($"{row.Id} publishes {name}, as another row does");
                }
            }

            // What a row shows under its own arguments is its own: no two rows do the same thing.
            var effect = row.Run + ' ' + string.Join(", ", row.Args.Where(argument => argument.Name is not ("fact" or "tell")))
                + ' ' + row.Trigger + row.On;
            if (!shown.TryAdd(effect, row.Id))
            {
                wrong.Add($"{row.Id} does what {shown[effect]} does");
            }
        }

        Assert.Equal([], wrong);
    }

    private AttemptResult Run(ScheduledTask row, Dictionary<string, FactValue> facts)
    {
        // Cron rows of the month's first days look back from one of those.
        var due = row.Run == "maintenance.journal_month" ? new DateTimeOffset(2026, 12, 1, 9, 10, 0, TimeSpan.Zero) : Now;
        var back = row.Args.FirstOrDefault(argument => argument.Name == "back") is { } months ? int.Parse(months.Values[0]) : 1;
        var request = stage.Request(row.Run) with
        {
            Key = $"{row.Id}@2026-11-20/manual-1", Task = row.Id, DueAt = due.AddMonths(back - 1), Now = Now,
            Market = Snapshots.ContextAt(Now), Arguments = RowArguments.Of(row, null), Facts = new Dictionary<string, FactValue>(facts),
        };
        return stage.ResultOf(stage.Start(request));
    }

    private static IEnumerable<(string Name, string Value)> KnownFacts() =>
    [
        ("bars.daily", "{}"), ("bars.quality", """{"quarantined":["AAA"]}"""), ("universe.today", "{}"),
        ("regime.today", "{}"), ("econ.today", "{}"), ("earnings.today", """{"blackout":["BBB"]}"""), ("risk.today", "{}"),
        ("signals.swing", "{}"), ("plan.today", "{}"), ("positions.open", "{}"), ("account.day", "{}"), ("features.daily", "{}"),
        ("data.freshness", """{"stale":[]}"""), ("halts.today", """{"halted":["CCC"]}"""), ("liquidity.today", """{"blocked":[]}"""),
    ];

    private void Prepare()
    {
        var story = new Story().Tell(new RunEvent.Booted(Now.AddDays(-30), 1, "0.1.0", 7));
        state.Write("facts/watch.queue.json", "{}");

        string[] groups = ["buy trading entry", "sell trading exit", "books trading reconcile", "scan research", "learn learning", "disk monitoring", "backup maintenance"];
        state.Rows(groups);
        for (var hour = 0; hour < 24 * 30; hour++)
        {
            for (var task = 0; task < groups.Length; task++)
            {
                story.Run(groups[task].Split(' ')[0], Now.AddHours(-hour).AddMinutes(-5 * (task + 1)), late: 0.01);
            }
        }

        ControlVerb[] verbs = [ControlVerb.Halt, ControlVerb.Activate];
        foreach (var hours in new[] { 3, 20, 30 })
        {
            story.Tell([.. verbs.Select(verb => new RunEvent.Control(Now.AddHours(-hours), verb, "trading", "cli:ann", "a test"))]);
        }

        story.Tell([.. WithOutput(Now.AddDays(-1)), .. WithOutput(Now.AddMinutes(-1))]);
        state.Append(story.Events);
        state.Write("scheduler_state.json", """{"tasks":{}}""");
        state.Write("task_queue.json", """{"queue":[]}""");
        state.Write("alerts/outbox.jsonl", "");
        state.Write("logs/kobe.log", $"{Now.AddMinutes(-5):yyyy-MM-ddTHH:mm:ss.fffzzz} warning web      no\n");
        state.Write("home/kobe.yaml", "drain: 10s\n");
        state.Write("home/schedule/day.yaml", "tasks:\n  - { id: a, at: \"09:35\", run: monitoring.disk, category: monitoring }\n");
        state.Write("evidence/2026-11-18.jsonl", JsonSerializer.Serialize(
            new { Key = "a@2026-11-18T09:35", At = Now.AddDays(-2), Path = "gone.csv", Sha256 = "00", Bytes = 1 }) + "\n");
        foreach (var (folder, name) in new[]
        {
            ("desk/models", "m.json"), ("desk/research", "s.json"), ("desk/experiments", "e.json"), ("desk/features", "f.json"),
            ("desk/feeds", "n.json"), ("desk/reports", "r.json"), ("exports", "t.csv"), ("exports", "t.csv.gz"), ("evidence", "l.jsonl"),
            ("costs", "c.jsonl"), ("config/schedule", "s.json"), ("config/config", "c.json"), ("config/plugins", "p.json"), ("backups", "b.tar"),
            ("snapshots", "p.json"), ("journal", "checkpoint-1.json"), ("alerts", "dead.jsonl.1"), ("alerts", "commands.jsonl.1"),
        })
        {
            for (var number = 0; number < 70; number++)
            {
                var dated = name.Contains(".1", StringComparison.Ordinal) ? name : $"2024-{(number % 12) + 1:D2}-{(number % 28) + 1:D2}-{number}-{name}";
                Directory.CreateDirectory(state.At(folder));
                File.WriteAllText(state.At($"{folder}/{dated}"), folder.StartsWith("config", StringComparison.Ordinal) ? """{"Files":{}}""" : "{}");
                File.SetLastWriteTimeUtc(state.At($"{folder}/{dated}"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        }
    }

    private static RunEvent[] WithOutput(DateTimeOffset at)
    {
        var key = Story.Key("backup", at.AddSeconds(17));
        Assert.True(RunPayload.TryCreate(
            Snapshots.Json("""{"outputs":[{"path":"facts/watch.queue.json","sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","bytes":2}]}"""),
            [], [], out var payload, out var problem), problem);
        return
        [
            new RunEvent.Queued(at, key with { Slot = $"/{at.Ticks}" }, at, at.AddHours(1), 3), new RunEvent.Started(at, key with { Slot = $"/{at.Ticks}" }, 1, 1),
            new RunEvent.Ended(at, key with { Slot = $"/{at.Ticks}" }, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1, Payload: payload),
        ];
    }
}
