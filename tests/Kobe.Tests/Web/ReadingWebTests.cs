using System.Net;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Tests.Brain;

namespace Kobe.Tests.Web;

/// <summary>What can be read over HTTP: plans, history, figures, events.</summary>
public sealed class ReadingWebTests : IDisposable
{
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 14, 35, 0, TimeSpan.Zero);
    private static readonly OccurrenceKey Key = OccurrenceKey.Parse("a@2026-11-23T09:35");

    private readonly RunningWeb _web = new();

    public ReadingWebTests() =>
        _web.Board.Publish(Snapshots.WithRows(_web.Time, "a, at: '09:55'", "b, at: '10:05', run: keyed, category: learning"));

    public void Dispose() => _web.Dispose();

    [Theory]
    // path                                       member of the document    its first entry has
    [InlineData("/api/v1/plan?date=2026-11-27", "occurrences", "a@2026-11-27T09:55")]
    [InlineData("/api/v1/plan?days=2&all", "days", "2026-11-24")]
    [InlineData("/api/v1/next?count=1", "occurrences", "a@2026-11-23T09:55")]
    [InlineData("/api/v1/next?count=2&task=b", "occurrences", "b@2026-11-24T10:05")]
    [InlineData("/api/v1/tasks", "tasks", "2026-11-23T10:05:00-05:00")]
    [InlineData("/api/v1/tasks/b", "settings", "learning")]
    [InlineData("/api/v1/tasks/b/explain", "next", "2026-11-23T10:05:00-05:00")]
    [InlineData("/api/v1/calendar?from=2026-11-26&to=2026-11-27", "days", "Thanksgiving")]
    [InlineData("/api/v1/handlers", "handlers", "keyed")]
    [InlineData("/api/v1/plugins", "plugins", "")]
    [InlineData("/api/v1/history", "runs", "")]
    [InlineData("/api/v1/stats", "tasks", "")]
    [InlineData("/scheduler/stats", "days", "")]
    [InlineData("/api/v1/audit", "changes", "")]
    [InlineData("/api/v1/facts", "facts", "")]
    public async Task Paths_AnswerAsTheCommands(string path, string member, string part)
    {
        using var answer = await _web.Get(path, _web.ReadToken);
        var text = await Text(answer);

        Assert.True(answer.IsSuccessStatusCode, text);
        using var document = JsonDocument.Parse(text);
        Assert.Equal(JsonValueKind.Array, document.RootElement.GetProperty(member).ValueKind);
        Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanNextAndExplain_KnowWhatHasHappened_AsTheCommandsDo()
    {
        Write(new RunEvent.Control(Due, ControlVerb.Disable, "b", "cli:ann", "it errs"));

        Assert.Contains("disabled by cli:ann", await Body("/api/v1/plan"), StringComparison.Ordinal);
        Assert.Contains("disabled by cli:ann", await Body("/api/v1/tasks/b/explain"), StringComparison.Ordinal);
        Assert.DoesNotContain("b@", await Body("/api/v1/next?count=5"), StringComparison.Ordinal);
        Assert.Contains("a@", await Body("/api/v1/next?count=5"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/plan?date=2026-02-30", 400, "a date such as")]
    [InlineData("/api/v1/plan?days=400", 400, "1 to 31")]
    [InlineData("/api/v1/next?count=0", 400, "1 to 1000")]
    [InlineData("/api/v1/next?task=aa", 404, "There is no task 'aa'")]
    [InlineData("/api/v1/tasks/aa", 404, "There is no task 'aa'")]
    [InlineData("/api/v1/calendar?calendar=xnsy", 404, "Did you mean xnys?")]
    [InlineData("/api/v1/calendar?from=2026-01-02&to=2026-01-01", 400, "in order")]
    [InlineData("/api/v1/history?from=2020-01-01&to=2026-01-01", 400, "400 days at most")]
    [InlineData("/api/v1/history?outcome=fine", 400, "succeeded, failed")]
    [InlineData("/api/v1/history?limit=100000", 400, "1 to 10000")]
    [InlineData("/api/v1/runs/nonsense", 400, "A key looks like")]
    [InlineData("/api/v1/runs/a@2026-11-20T09:35", 404, "Nothing is known")]
    public async Task Paths_RefuseWhatTheyCannotAnswer(string path, int status, string detail)
    {
        using var answer = await _web.Get(path, _web.ReadToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(detail, await Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPathThatReads_NeedsAToken_ButHealthMetricsAndTheDocument()
    {
        using var document = JsonDocument.Parse(await Text(await _web.Get("/api/v1/openapi.json")));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToList();
        Assert.True(paths.Count > 35);
        string[] open = ["/health", "/health/live", "/health/ready", "/metrics", "/api/v1/openapi.json"];
        foreach (var path in paths.Where(path => path.Value.TryGetProperty("get", out _)))
        {
            using var answer = await _web.Get(path.Name.Replace("{id}", "a"));
            Assert.Equal((path.Name, open.Contains(path.Name)), (path.Name, answer.StatusCode != HttpStatusCode.Unauthorized));
        }

        Assert.All(paths, path => Assert.All(path.Value.EnumerateObject(), method =>
            Assert.NotEqual("", method.Value.GetProperty("summary").GetString())));
    }

    [Fact]
    public async Task NextRun_SaysSecondsAndMinutes()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        using var next = JsonDocument.Parse(await Text(await _web.Get("/scheduler/next-run", _web.ReadToken)));
        using var status = JsonDocument.Parse(await Text(await _web.Get("/scheduler/status", _web.ReadToken)));

        Assert.Equal((900, 15), (next.RootElement.GetProperty("seconds").GetDouble(), next.RootElement.GetProperty("minutes").GetDouble()));
        Assert.Equal("scan@2026-11-23T09:35", status.RootElement.GetProperty("current").GetString());
    }

    [Fact]
    public async Task History_IsFoldedFromTheJournal_NewestFirst()
    {
        Write(
            new RunEvent.Queued(Due, Key, Due, Due.AddMinutes(30), 3),
            new RunEvent.Started(Due.AddSeconds(2), Key, 1, 1),
            new RunEvent.Ended(Due.AddSeconds(3), Key, 1, 1, RunResult.Failed, NextStep.QueuedAgain(Due.AddMinutes(1)), 1000, Error: "the feed said no"),
            new RunEvent.Started(Due.AddMinutes(1), Key, 2, 2),
            new RunEvent.Ended(Due.AddMinutes(2), Key, 2, 2, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 60_000),
            new RunEvent.Control(Due.AddMinutes(3), ControlVerb.Pause, "", "ann", "lunch"));
        using var history = JsonDocument.Parse(await Text(await _web.Get("/api/v1/history?task=a", _web.ReadToken)));
        var runs = history.RootElement.GetProperty("runs").EnumerateArray().ToList();

        Assert.Equal(["succeeded", "retry"], runs.Select(run => run.GetProperty("outcome").GetString()));
        Assert.Equal(2000, runs[1].GetProperty("latenessMs").GetInt64());
        Assert.Equal(JsonValueKind.Null, runs[0].GetProperty("latenessMs").ValueKind);
        Assert.Equal("the feed said no", runs[1].GetProperty("error").GetString());
        using var stats = JsonDocument.Parse(await Text(await _web.Get("/api/v1/stats", _web.ReadToken)));
        Assert.Equal(1, stats.RootElement.GetProperty("total").GetProperty("successRate").GetDouble());
        Assert.Equal(60_000, stats.RootElement.GetProperty("tasks")[0].GetProperty("durationMs").GetProperty("max").GetInt32());
        using var audit = JsonDocument.Parse(await Text(await _web.Get("/api/v1/audit", _web.ReadToken)));
        Assert.Equal("lunch", audit.RootElement.GetProperty("changes")[0].GetProperty("reason").GetString());
        using var one = JsonDocument.Parse(await Text(await _web.Get("/api/v1/runs/a@2026-11-23T09:35?wait=5", _web.ReadToken)));
        Assert.Equal(2, one.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task Events_AreToldAsTheyHappen_AndResumeWhereOneWas()
    {
        Write(
            new RunEvent.Queued(Due, Key, Due, Due.AddMinutes(30), 3),
            new RunEvent.Planned(Due, Due),
            new RunEvent.Started(Due.AddSeconds(2), Key, 1, 1));
        using var stream = await Watch("1");
        Assert.Equal(("3", "started"), await stream.Next());

        // What was told already is not told again; what is no event of the journal has no number.
        _web.Feed.Publish(Kobe.Brain.FeedItem.Of(3, new RunEvent.Started(Due.AddSeconds(2), Key, 1, 1))!);
        _web.Feed.Publish(new(null, "alert", Due, null, "odd"));
        _web.Feed.Publish(Kobe.Brain.FeedItem.Of(4, new RunEvent.Ended(Due.AddSeconds(3), Key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1000))!);
        Assert.Equal(("", "alert"), await stream.Next());
        Assert.Contains("\"odd\"", stream.Data, StringComparison.Ordinal);
        Assert.Equal(("4", "ended"), await stream.Next());
        using var document = JsonDocument.Parse(stream.Data);
        Assert.Equal("a@2026-11-23T09:35", document.RootElement.GetProperty("event").GetProperty("key").GetString());
    }

    [Fact]
    public async Task Events_HaveRoomForSoMany()
    {
        var watchers = Enumerable.Range(0, Kobe.Brain.EventFeed.WatchersMax).Select(_ => _web.Feed.Watch()).ToList();
        Assert.All(watchers, Assert.NotNull);
        using var refused = await _web.Get("/api/v1/events", _web.ReadToken);
        Assert.Equal(503, (int)refused.StatusCode);
        _web.Feed.Leave(watchers[0]!);
        using var stream = await Watch(null);
    }

    [Fact]
    public async Task Metrics_AreTextThatPrometheusReads()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        _web.Metrics.Count(new RunEvent.Queued(Due, Key, Due, Due.AddMinutes(30), 3));
        _web.Metrics.Count(new RunEvent.Started(Due.AddMilliseconds(20), Key, 1, 1));
        _web.Metrics.Count(new RunEvent.Ended(Due.AddSeconds(3), Key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1500));
        _web.Metrics.Count(new RunEvent.Closed(Due, Key, Due, FinalState.Skipped, "filter: phase is LUNCH"));
        _web.Metrics.Sync.Add(TimeSpan.FromMilliseconds(2));
        _web.Metrics.CountRunnerGone();
        using var answer = await _web.Get("/metrics");
        var text = await Text(answer);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        foreach (var line in (string[])[
            "kobe_start_lateness_seconds_bucket{le=\"0.01\"} 0", "kobe_start_lateness_seconds_bucket{le=\"0.025\"} 1",
            "kobe_start_lateness_seconds_bucket{le=\"+Inf\"} 1", "kobe_start_lateness_seconds_count 1",
            "kobe_run_duration_seconds_bucket{result=\"succeeded\",le=\"2.5\"} 1", "kobe_run_duration_seconds_sum{result=\"succeeded\"} 1.5",
            "kobe_outcomes_total{state=\"skipped\",reason=\"filter\"} 1", "kobe_outcomes_total{state=\"succeeded\",reason=\"\"} 1",
            "kobe_queue_depth 1", "kobe_lane_busy 1", "kobe_trading_state 0", "kobe_journal_sync_seconds_count 1",
            "kobe_runners_gone_total 1", "kobe_alerts_sent_total 3", "kobe_alerts_waiting 1",
        ])
        {
            Assert.Contains("\n" + line + "\n", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("load", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^(# (HELP|TYPE) kobe_\w+ .+|kobe_\w+(\{[^}]*\})? -?[0-9.E+-]+)$", line));
    }

    private void Write(params RunEvent[] events)
    {
        var folder = _web.Folder.At("journal");
        Directory.CreateDirectory(folder);
        using var journal = new FileJournalStore(new FileJournalMedium(folder), JournalOptions.Default).Open().Journal;
        foreach (var what in events)
        {
            journal.Append(what);
        }

        journal.Sync();
    }

    private async Task<string> Body(string path)
    {
        using var answer = await _web.Get(path, _web.ReadToken);
        return await Text(answer);
    }

    private async Task<EventStream> Watch(string? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Authorization = new("Bearer", _web.ReadToken);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var answer = await _web.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task<string> Text(HttpResponseMessage answer) =>
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
