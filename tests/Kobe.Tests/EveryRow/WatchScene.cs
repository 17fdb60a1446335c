using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Pinning;
using Kobe.Tests.Brain;
using Kobe.Tests.Hosting;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.EveryRow;

/// <summary>A state directory with a month behind it, in which every check has something to look at and every clean-up something to clean.</summary>
/// <remarks>No two folders, groups or days are alike: rows that look at different things see different things.</remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class WatchScene : IDisposable
{
    private static readonly string[] Tasks =
        ["buy trading entry", "sell trading exit", "books trading reconcile", "scan research", "learn learning", "disk monitoring", "backup maintenance"];

    private readonly HttpListener brain = new();

    public WatchScene(DateTimeOffset now)
    {
        Now = now;
        Remember();
        Write();
        Fill();
        Pin();
        Answer();
        Close();
    }

    public StateFolder State { get; } = new();

    public DateTimeOffset Now { get; }

    public string Plugins => State.At("home/plugins");

    public string Schedule => State.At("home/schedule");

    /// <summary>The facts of other rows.</summary>
    public static IEnumerable<(string Name, string Value)> KnownFacts =>
    [
        ("bars.daily", "{}"), ("bars.quality", """{"quarantined":["AAA"]}"""), ("universe.today", "{}"),
        ("regime.today", "{}"), ("econ.today", "{}"), ("earnings.today", """{"blackout":["BBB"]}"""), ("risk.today", "{}"),
        ("signals.swing", "{}"), ("plan.today", "{}"), ("positions.open", "{}"), ("account.day", "{}"), ("features.daily", "{}"),
        ("data.freshness", """{"stale":["DDD"]}"""), ("halts.today", """{"halted":["CCC"]}"""), ("liquidity.today", """{"blocked":["EEE"]}"""),
    ];

    public void Dispose()
    {
        brain.Close();
        State.Dispose();
    }

    // A month of runs: each task has its own pace, lateness, length, failures, retries and skips.
    private void Remember()
    {
        var story = new Story().Tell(new RunEvent.Booted(Now.AddMonths(-12), 1, "0.1.0", 7));
        State.Rows([.. Tasks, "needy research", "later learning", "gone maintenance"]);
        for (var hour = 0; hour < 24 * 30; hour++)
        {
            for (var task = 0; task < Tasks.Length; task++)
            {
                if (hour % ((task % 3) + 1) == 0)
                {
                    var skips = hour % (13 + task) == 0;
                    story.Run(
                        Tasks[task].Split(' ')[0], Now.AddHours(-hour).AddMinutes(-5 * (task + 1)), late: 0.01 * (task + 1), ms: 100 + (10 * task),
                        end: skips ? FinalState.Skipped : FinalState.Succeeded, failures: hour % (11 + task) == 0 ? 1 : 0, said: skips ? "filter: no such phase" : null);
                }
            }
        }

        // Months of which nothing but a few runs is kept.
        foreach (var (month, runs) in new[] { (-1, 1), (-3, 2), (-11, 3) })
        {
            for (var run = 0; run < runs; run++)
            {
                story.Run("disk", Day(11, 7).AddMonths(month).AddDays(run));
            }
        }

        for (var back = 0; back < 7; back++)
        {
            story.Run("needy", Day(20, 7).AddDays(-back).AddMinutes(2), end: FinalState.Skipped, said: "need: bars.daily, which nobody publishes")
                .Run("later", Day(20, 9).AddDays(-back).AddMinutes(2), end: FinalState.Skipped, said: "after: scan, which failed")
                .Run("gone", Day(20, 11).AddDays(-back).AddMinutes(2), end: FinalState.Skipped, said: "handler unavailable");
        }

        GoWrong(story);
        foreach (var hours in new[] { 3, 20, 30 })
        {
            story.Tell(
                new RunEvent.Control(Now.AddHours(-hours), ControlVerb.Halt, "trading", "cli:ann", "a test"),
                new RunEvent.Control(Now.AddHours(-hours), ControlVerb.Activate, "trading", "cli:ann", "a test"));
        }

        State.Write("facts/watch.queue.json", "{}");
        story.Tell([.. WithOutput(Now.AddDays(-1)), .. WithOutput(Now.AddMinutes(-1))]);
        State.Append(story.Events);
    }

    // What did not end well, in parts of the last days of their own.
    private void GoWrong(Story story)
    {
        story.Run("backup", Day(19, 16).AddMinutes(7), end: FinalState.Failed, said: "no room")
            .Run("sell", Day(20, 16).AddMinutes(7), end: FinalState.Failed, said: "no broker")
            .Run("scan", Day(20, 12).AddMinutes(7), end: FinalState.Failed, said: "no bars")
            .Run("learn", Day(20, 18).AddMinutes(7), end: FinalState.Failed, said: "no features")
            .Run("learn", Day(20, 19).AddMinutes(7), end: FinalState.Failed, said: "no features");
        for (var minute = 1; minute <= 3; minute++)
        {
            story.Closed("buy", Day(19, 17).AddMinutes(minute), FinalState.Expired, "too late")
                .Closed("buy", Day(20, 17).AddMinutes(minute), FinalState.Expired, "too late");
        }

        story.Closed("disk", Day(19, 18).AddMinutes(1), FinalState.Coalesced, "into another")
            .Closed("disk", Day(19, 18).AddMinutes(2), FinalState.Coalesced, "into another")
            .Closed("scan", Day(19, 19).AddMinutes(1), FinalState.Cancelled, "by ann");
    }

    private static DateTimeOffset Day(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);

    private void Write()
    {
        State.Beat(Now);
        State.Started(Now.AddDays(-1), Now);
        State.Write("scheduler_state.json", """{"tasks":{"scan":{"quarantine":"crashed twice"},"learn":{"disabled":"too slow"}}}""");
        State.Write("task_queue.json", """
            {"queue":[
              {"key":"buy@2026-11-20T17:29","task":"buy","dueAt":"2026-11-20T17:29:00-05:00","waitingFor":"need: plan.today"},
              {"key":"scan@2026-11-20T17:20","task":"scan","dueAt":"2026-11-20T17:20:00-05:00","waitingFor":null}]}
            """);
        State.Write("alerts/outbox.jsonl", """
            {"n":1,"at":"2026-11-17T14:00:00Z","level":"warning","text":"a","to":["log"]}
            {"sent":[1],"to":"log","at":"2026-11-17T14:00:01Z"}
            {"n":2,"at":"2026-11-20T22:20:00Z","level":"critical","text":"b","to":["telegram"]}

            """);
        State.Write("alerts/dead.jsonl", """{"at":"2026-11-20T13:00:00Z","to":"telegram","why":"403","n":3}""" + "\n");
        State.Write("logs/kobe.log", string.Concat(
            Line(11, "warning web      no"), Line(9, "warning web      no"), Line(7, "warning lane     slow"), Line(3, "warning journal  slow"),
            Line(0.5, "error   lane     stuck")));
        State.Write("logs/kobe.log.1", "put aside\n");
        State.Write("home/kobe.yaml", "drain: 10s\n");
        State.Write("home/schedule/day.yaml", "tasks:\n  - { id: a, at: \"09:35\", run: monitoring.disk, category: monitoring }\n");
        State.Write("approved-schedule.sha256", new string('a', 64) + "\n");
        State.Write("api-token", "not a real one\n");
        State.Write($"costs/{Now:yyyy-MM-dd}.jsonl", """{"service":"quotes","calls":5,"cost":0.25}""" + "\n");
        foreach (var days in new[] { 2, 50 })
        {
            State.Write($"evidence/{Now.AddDays(-days):yyyy-MM-dd}.jsonl", JsonSerializer.Serialize(
                new { Key = "a@2026-11-18T09:35", At = Now.AddDays(-days), Path = $"gone-{days}.csv", Sha256 = "00", Bytes = 1 }) + "\n");
        }
    }

    private string Line(double hours, string text) => $"{Now.AddHours(-hours):yyyy-MM-ddTHH:mm:ss.fffzzz} {text}\n";

    private void Fill()
    {
        var folders = new[]
        {
            ("desk/models", "m.json"), ("desk/research", "s.json"), ("desk/experiments", "e.json"), ("desk/features", "f.json"),
            ("desk/feeds", "n.json"), ("desk/reports", "r.json"), ("exports", "t.csv"), ("exports", "t.csv.gz"), ("evidence", "l.jsonl"),
            ("costs", "c.jsonl"), ("config/schedule", "s.json"), ("config/config", "c.json"), ("config/plugins", "p.json"), ("backups", "b.tar"),
            ("snapshots", "p.json"), ("journal", "checkpoint.json"), ("alerts", "dead.jsonl.1"), ("alerts", "commands.jsonl.1"),
        };
        for (var place = 0; place < folders.Length; place++)
        {
            var (folder, name) = folders[place];
            Directory.CreateDirectory(State.At(folder));
            for (var file = 0; file < 70 + place; file++)
            {
                var dated = name.Contains(".1", StringComparison.Ordinal) ? name
                    : folder == "journal" ? $"checkpoint-{file + 1}.json"
                    : $"2024-{(file % 12) + 1:D2}-{(file % 28) + 1:D2}-{file}-{name}";
                File.WriteAllText(State.At($"{folder}/{dated}"), folder.StartsWith("config", StringComparison.Ordinal) ? """{"Files":{}}""" : "{}");
                File.SetLastWriteTimeUtc(State.At($"{folder}/{dated}"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        }
    }

    private void Pin()
    {
        foreach (var name in new[] { "Kobe.Plugins.Monitoring", "Kobe.Plugins.Maintenance" })
        {
            Directory.CreateDirectory(Path.Combine(Plugins, name));
            foreach (var file in Directory.GetFiles(Path.Combine(Stage.Built("Kobe"), "plugins", name)))
            {
                File.Copy(file, Path.Combine(Plugins, name, Path.GetFileName(file)));
            }
        }

        Pins.Lock(Plugins);
    }

    // As the brain leaves its files: for their owner alone.
    private void Close()
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(State.Root, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | (Directory.Exists(path) ? UnixFileMode.UserExecute : UnixFileMode.None));
        }
    }

    // A brain that answers everybody's questions but those that take a token.
    private void Answer()
    {
        var address = $"http://127.0.0.1:{FreePort()}/";
        brain.Prefixes.Add(address);
        brain.Start();
        State.Write("brain.json", JsonSerializer.Serialize(new { url = address }));
        _ = Task.Run(async () =>
        {
            while (brain.IsListening)
            {
                try
                {
                    var asked = await brain.GetContextAsync();
                    var path = asked.Request.Url!.AbsolutePath;
                    asked.Response.StatusCode = path.StartsWith("/api", StringComparison.Ordinal) ? 401 : 200;
                    asked.Response.Close(JsonSerializer.SerializeToUtf8Bytes(path), willBlock: true);
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        });
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
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
