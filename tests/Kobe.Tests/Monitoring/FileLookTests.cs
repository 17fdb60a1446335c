using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Alerts;
using Kobe.Plugins.Monitoring.Endpoints;
using Kobe.Plugins.Monitoring.Facts;
using Kobe.Plugins.Monitoring.Growth;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.Monitoring.LogLines;
using Kobe.Plugins.Monitoring.PluginFolders;
using Kobe.Plugins.Monitoring.Processes;
using Kobe.Plugins.Monitoring.Verdicts;
using Kobe.Plugins.Monitoring.Waiting;

namespace Kobe.Tests.Monitoring;

/// <summary>The looks at views, facts, files, processes and the brain's address.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileLookTests : IDisposable
{
    private const string Seen = "seen";

    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Facts_AreMissingOrTooOld_ByName()
    {
        attempt.Publish("bars.daily", new { date = "2026-11-19" }, TimeSpan.FromHours(30));
        attempt.Publish("universe.today", new { }, TimeSpan.FromHours(2));
        var arguments = new FactsArguments(Seen, ["bars.daily", "universe.today", "econ.today"], TimeSpan.FromHours(20));

        var seen = See(new FactsHandler(), arguments);

        Assert.Equal("""["bars.daily","econ.today"]""", seen.GetProperty("open").GetRawText());
        Assert.Equal(108_000, seen.GetProperty("oldest_seconds").GetInt32());
        Assert.Contains(attempt.Discoveries, found => found.Title == "bars.daily is 1 d 6 h old, by other@2026-11-20T09:00; 20 h 0 m is allowed.");
        Assert.Equal("""["bars.daily"]""", See(new FactsHandler(), arguments with { Missing = false }).GetProperty("open").GetRawText());
        Assert.StartsWith("None of x.y", attempt.Skip(new FactsHandler(), arguments with { Names = ["x.y"], Missing = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_IsNoBetterThanTheWorstCheck_AndOldChecksCountAsNone()
    {
        attempt.Publish("a", new { ok = true, open = Array.Empty<string>() });
        attempt.Publish("b", new { ok = false, open = new[] { "one", "two", "three", "four" } });
        attempt.Publish("c", new { ok = false, open = new[] { "x" } }, TimeSpan.FromHours(9));
        var arguments = new VerdictArguments(Seen, ["a", "b", "c"], TimeSpan.FromHours(1));

        var result = attempt.Succeed(new VerdictHandler(), arguments);
        var seen = Assert.Single(result.Facts).Value;

        Assert.Equal(["good a", "bad b"], result.Evidence.Ids.Select(one => $"{one.Kind} {one.Id}"));
        Assert.Equal("""{"ok":false,"open":["b"],"good":1,"unknown":["c"]}""", seen.GetRawText());
        Assert.Contains("b: one, two, three and 1 more", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.True(See(new VerdictHandler(), arguments with { Of = ["a"] }).GetProperty("ok").GetBoolean());
        Assert.StartsWith("None of c", attempt.Skip(new VerdictHandler(), arguments with { Of = ["c"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_WaitUntilToldOrGivenUp()
    {
        Assert.Contains("no channel was ever configured", attempt.Skip(new AlertHandler(), Alerts(AlertSide.Waiting)), StringComparison.Ordinal);
        state.Write("alerts/outbox.jsonl", """
            {"n":1,"at":"2026-11-20T14:00:00Z","level":"warning","text":"a","to":["telegram","log"]}
            {"n":2,"at":"2026-11-20T14:30:00Z","level":"critical","text":"b","to":["telegram"]}
            {"sent":[1],"to":"log","at":"2026-11-20T14:00:01Z"}
            {"n":3,"at":"2026-11-19T10:00:00Z","level":"critical","text":"c","to":["telegram"]}
            {"dead":[3],"to":"telegram"}
            {"n":4,"at":"2026-11-20T14:
            """);
        state.Write("alerts/dead.jsonl", """{"at":"2026-11-20T13:00:00Z","to":"telegram","why":"403","n":3}""");

        var waiting = See(new AlertHandler(), Alerts(AlertSide.Waiting));
        Assert.Equal("""{"ok":false,"open":["old"],"count":2,"oldest_seconds":2100,"channels":{"telegram":2}}""", waiting.GetRawText());
        Assert.Equal("""{"ok":false,"open":["many"],"count":1,"oldest_seconds":5700,"channels":{"telegram":1}}""",
            See(new AlertHandler(), Alerts(AlertSide.Dead)).GetRawText());
        Assert.Equal("""{"critical":1,"warning":1}""", See(new AlertHandler(), Alerts(AlertSide.Raised)).GetProperty("channels").GetRawText());
    }

    [Fact]
    public void Growth_IsAgainstTheLimit_TheFiles_AndAWeekAgo()
    {
        Assert.StartsWith("There is no", attempt.Skip(new GrowthHandler(), Growth()), StringComparison.Ordinal);
        state.Write("logs/a.txt", "not counted");
        Assert.EndsWith("has no *.log to measure.", attempt.Skip(new GrowthHandler(), Growth()), StringComparison.Ordinal);
        state.Write("logs/a.log", new string('x', 12_000_000));

        var first = See(new GrowthHandler(), Growth());
        Assert.Equal((true, 12_000_000L, 1), (first.GetProperty("ok").GetBoolean(), first.GetProperty("bytes").GetInt64(), first.GetProperty("files").GetInt32()));
        Assert.Equal("""["size","files"]""", See(new GrowthHandler(), Growth() with { LimitMb = 11, FilesMax = 0 }).GetProperty("open").GetRawText());

        attempt.Clock.Pass(TimeSpan.FromDays(7));
        attempt.Market = attempt.Market with { Date = attempt.Market.Date.AddDays(7) };
        state.Write("logs/b.log", new string('x', 9_000_000));
        var later = See(new GrowthHandler(), Growth());
        Assert.Equal(75, later.GetProperty("week_percent").GetDouble());
        Assert.Equal("""["growth"]""", later.GetProperty("open").GetRawText());
        Assert.Contains("lies outside", Assert.IsType<TaskResult.Fatal>(attempt.Run(new GrowthHandler(), Growth() with { Folder = "../x" })).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Plugins_AreHeldAgainstTheirManifest_AndAgainstTheLastLook()
    {
        state.Write("plugins/One/one.dll", "code");
        var last = new PluginArguments(Seen, PluginStandard.Last, state.At("plugins"));
        var approved = last with { Fact = "approved", Against = PluginStandard.Lock };
        Assert.Contains("kobe plugins lock", attempt.Skip(new PluginHandler(), approved), StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("code"u8));
        state.Write("plugins/plugins.lock.json", "{\"plugins\":[{\"name\":\"One\",\"files\":{\"one.dll\":\"" + hash + "\"}}]}");

        Assert.True(See(new PluginHandler(), last).GetProperty("ok").GetBoolean());
        Assert.True(See(new PluginHandler(), approved).GetProperty("ok").GetBoolean());
        state.Write("plugins/One/one.dll", "other code");
        state.Write("plugins/Two/two.dll", "code");

        Assert.Equal("""["One/one.dll","Two"]""", See(new PluginHandler(), approved).GetProperty("open").GetRawText());
        Assert.Equal(2, See(new PluginHandler(), last).GetProperty("open").GetArrayLength());
        Assert.Equal("the last look", Assert.Single(attempt.Succeed(new PluginHandler(), last).Evidence.Ids).Id);
        Assert.True(See(new PluginHandler(), last).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void Log_CountsLinesOfBothForms_BySource()
    {
        state.Write("logs/kobe.log", """
            2026-11-20T09:20:00.000-05:00 warning web      too old to count
            2026-11-20T09:31:00.000-05:00 warning web      429 for 127.0.0.1
            2026-11-20T09:32:00.000-05:00 info    lane     started disk
            {"at":"2026-11-20T09:33:00.000-05:00","level":"error","source":"lane","message":"disk failed"}
            half a line
            """);
        var arguments = new LogArguments(Seen, Over: TimeSpan.FromMinutes(10), Limit: 1, State: state.Root);

        var seen = See(new LogHandler(), arguments);

        Assert.Equal("""{"lane":1,"web":1}""", seen.GetProperty("sources").GetRawText());
        Assert.Contains("The last, of lane: disk failed", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.Equal(1, See(new LogHandler(), arguments with { Level = LineLevel.Error }).GetProperty("count").GetInt32());
        Assert.Equal(0, See(new LogHandler(), arguments with { Source = "brain" }).GetProperty("count").GetInt32());
    }

    [Fact]
    public void Queue_IsOfTheGroup_AndKnowsItsOldest()
    {
        state.Rows("buy trading entry", "scan research");
        state.Write("task_queue.json", """
            {"queueCount":2,"queue":[
              {"key":"buy@2026-11-20T09:31","task":"buy","dueAt":"2026-11-20T09:31:00-05:00","waitingFor":"need: plan.today"},
              {"key":"scan@2026-11-20T08:00","task":"scan","dueAt":"2026-11-20T08:00:00-05:00","waitingFor":null}]}
            """);
        var arguments = new WaitingArguments(Seen, TaskGroup.Trading, Limit: 1, Older: TimeSpan.FromMinutes(3), State: state.Root);

        var seen = See(new WaitingHandler(), arguments);

        Assert.Equal("""{"ok":false,"open":["old"],"count":1,"oldest_seconds":240,"for":{"need: plan.today":1}}""", seen.GetRawText());
        Assert.Equal(5700, See(new WaitingHandler(), arguments with { Group = TaskGroup.Any }).GetProperty("oldest_seconds").GetInt32());
    }

    [Theory]
    [InlineData(200, "/health", "", true)]
    [InlineData(503, "/health", "", false)]
    [InlineData(401, "/api/v1/status", "401", true)]
    [InlineData(200, "/api/v1/status", "401", false)]
    public async Task Endpoint_IsRight_WhenItAnswersAStrangerAsItShould(int answer, string path, string right, bool ok)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = ServeAsync(listener, path, answer);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        state.Write("brain.json", $$"""{"pid":1,"url":"http://127.0.0.1:{{port}}"}""");

        var seen = See(new EndpointHandler(), new EndpointArguments(
            Seen, path, right.Length == 0 ? null : [right], 30_000, State: state.Root));

        Assert.Equal((ok, answer), (seen.GetProperty("ok").GetBoolean(), seen.GetProperty("status").GetInt32()));
        var request = await asked;
        Assert.StartsWith($"GET {path} HTTP/1.1", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Endpoint_IsNeverElsewhere()
    {
        Assert.Contains("no brain answers", attempt.Skip(new EndpointHandler(), new EndpointArguments(Seen, State: state.Root)), StringComparison.Ordinal);
        state.Write("brain.json", """{"url":"http://192.0.2.1:80"}""");
        Assert.IsType<TaskResult.Fatal>(attempt.Run(new EndpointHandler(), new EndpointArguments(Seen, State: state.Root)));
        state.Write("brain.json", """{"url":"http://127.0.0.1:1"}""");
        Assert.IsType<TaskResult.Fatal>(attempt.Run(new EndpointHandler(), new EndpointArguments(Seen, "http://192.0.2.1/", State: state.Root)));
        Assert.Contains("does not answer", attempt.Fail(new EndpointHandler(), new EndpointArguments(Seen, State: state.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Processes_AreCounted()
    {
        var seen = attempt.Succeed(new ProcessHandler(), new ProcessArguments(Seen, ProcessSide.Zombies, Max: 1000));

        Assert.True(seen.Evidence.Counts["processes"] > 1);
        Assert.True(seen.Facts[0].Value.GetProperty("ok").GetBoolean());
    }

    private AlertArguments Alerts(AlertSide side) => new(Seen + side, side, TimeSpan.FromDays(1), 0, TimeSpan.FromMinutes(15), State: state.Root);

    private GrowthArguments Growth() => new(Seen, "logs", "*.log", LimitMb: 100, FilesMax: 10, Week: 50, State: state.Root);

    private JsonElement See(ITaskHandler handler, object arguments)
    {
        var result = attempt.Succeed(handler, arguments);
        Assert.NotEmpty(result.Evidence.Counts);
        return Assert.Single(result.Facts).Value;
    }

    // On a thread of its own, whatever else the tests have the pool do; who asks for something else has lost the way and is let go.
    private static Task<string> ServeAsync(TcpListener listener, string path, int status) => Task.Factory.StartNew(
        () =>
        {
            while (true)
            {
                using var client = listener.AcceptTcpClient();
                using var stream = client.GetStream();
                var buffer = new byte[4096];
                var request = Encoding.ASCII.GetString(buffer, 0, stream.Read(buffer));
                if (request.StartsWith($"GET {path} ", StringComparison.Ordinal))
                {
                    stream.Write(Encoding.ASCII.GetBytes(string.Create(
                        CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}")));
                    return request;
                }
            }
        },
        TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
