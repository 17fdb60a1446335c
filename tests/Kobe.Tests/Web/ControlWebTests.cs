using System.Text.Json;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Web;

namespace Kobe.Tests.Web;

/// <summary>Who may change what over HTTP, and what reaches the loop of it.</summary>
public sealed class ControlWebTests : IDisposable
{
    private readonly RunningWeb _web = new();

    public ControlWebTests() => _web.Obey();

    public void Dispose() => _web.Dispose();

    [Theory]
    // path                                 body                                                  what reaches the loop
    [InlineData("/api/v1/tasks/a/trigger", "{\"by\":\"cli:ann\",\"reason\":\"now\",\"args\":{\"n\":1},\"force\":true}", "Trigger a by cli:ann (now) args {\"n\":1} force")]
    [InlineData("/api/v1/tasks/a/enable", null, "Enable a by http ()")]
    [InlineData("/api/v1/tasks/a.b-c_1/disable", "{}", "Disable a.b-c_1 by http ()")]
    [InlineData("/api/v1/tasks/a/unquarantine", "{\"reason\":\"mended\"}", "Unquarantine a by http (mended)")]
    [InlineData("/api/v1/tasks/a/backfill", "{\"from\":\"2026-11-18\"}", "Backfill a by http () 2026-11-18..2026-11-18")]
    [InlineData("/api/v1/runs/a@2026-11-20T09:35/cancel", "{}", "Cancel a@2026-11-20T09:35 by http ()")]
    [InlineData("/api/v1/runs/a%402026-11-20%2Fclose-25m/cancel", "{}", "Cancel a@2026-11-20/close-25m by http ()")]
    [InlineData("/api/v1/runs/a@2026-11-20T09:35/resolve", "{\"how\":\"drop\",\"reason\":\"looked\"}", "Resolve a@2026-11-20T09:35 by http (looked) Drop")]
    [InlineData("/api/v1/pause", "{\"until\":\"2026-11-20T14:30:00-05:00\"}", "Pause  by http () until 19:30")]
    [InlineData("/api/v1/pause", "{\"all\":true,\"confirm\":\"pause all\"}", "Pause all by http ()")]
    [InlineData("/api/v1/resume", "", "Resume  by http ()")]
    [InlineData("/api/v1/state", "{\"state\":\"HALTED\",\"reason\":\"odd\"}", "Halt  by http (odd)")]
    [InlineData("/api/v1/state", "{\"state\":\"REDUCING\",\"reason\":\"odd\"}", "Reduce  by http (odd)")]
    [InlineData("/api/v1/state", "{\"state\":\"ACTIVE\",\"reason\":\"fine\"}", "Activate  by http (fine)")]
    [InlineData("/api/v1/state", "{\"approveExits\":true,\"reason\":\"out\"}", "ApproveExits  by http (out)")]
    [InlineData("/api/v1/clock/confirm", "{\"reason\":\"looked\"}", "ConfirmClock  by http (looked)")]
    [InlineData("/scheduler/trigger", "{\"task\":\"a\"}", "Trigger a by http ()")]
    [InlineData("/scheduler/pause", "{\"reason\":\"line\\nbreak\"}", "Pause  by http (line\\nbreak)")]
    [InlineData("/scheduler/resume", null, "Resume  by http ()")]
    public async Task Paths_AskTheLoop(string path, string? body, string expected)
    {
        using var answer = await _web.Post(path, _web.ControlToken, body);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.True(_web.Asked.TryDequeue(out var asked));
        Assert.Equal(expected, Text(asked));
        Assert.Empty(_web.Asked);
    }

    [Theory]
    // path                            body                                 status  in the detail
    [InlineData("/api/v1/pause", "{\"all\":true}", 400, "pause all")]
    [InlineData("/api/v1/pause", "{\"until\":\"2026-11-20T14:30:00\"}", 400, "an instant with its offset")]
    [InlineData("/api/v1/pause", "{\"untill\":\"x\"}", 400, "Did you mean until?")]
    [InlineData("/api/v1/pause", "{\"reason\":1}", 400, "'reason' must be a text")]
    [InlineData("/api/v1/pause", "{\"reason\":\"a\",\"reason\":\"b\"}", 400, "no JSON that can be taken")]
    [InlineData("/api/v1/pause", "{\"reason\":", 400, "no JSON that can be taken")]
    [InlineData("/api/v1/pause", "{} {}", 400, "no JSON that can be taken")]
    [InlineData("/api/v1/pause", "[]", 400, "one JSON object")]
    [InlineData("/api/v1/pause", "\"x\"", 400, "one JSON object")]
    [InlineData("/api/v1/tasks/a/trigger", "{\"args\":[1]}", 400, "'args' must be an object")]
    [InlineData("/api/v1/tasks/a/trigger", "{\"force\":\"yes\"}", 400, "'force' must be true or false")]
    [InlineData("/api/v1/tasks/a/backfill", "{}", 400, "'from' is missing")]
    [InlineData("/api/v1/tasks/a/backfill", "{\"from\":\"2026-02-30\"}", 400, "a date such as")]
    [InlineData("/api/v1/runs/a@2026-11-20T09:35/resolve", "{\"how\":\"maybe\"}", 400, "done, rerun or drop")]
    [InlineData("/api/v1/state", "{\"state\":\"halted\",\"reason\":\"x\"}", 400, "HALTED, REDUCING or ACTIVE")]
    [InlineData("/api/v1/state", "{\"state\":\"HALTED\",\"approveExits\":true,\"reason\":\"x\"}", 400, "either")]
    [InlineData("/api/v1/state", "{\"state\":\"HALTED\"}", 400, "halt needs a reason")]
    [InlineData("/api/v1/reload", "{}", 409, "bad rows")]
    [InlineData("/api/v1/tasks/a/b/trigger", "{}", 404, "nothing at this path")]
    [InlineData("/api/v1/tasks//trigger", "{}", 404, "nothing at this path")]
    public async Task BadCalls_ReachNobody(string path, string body, int status, string detail)
    {
        using var answer = await _web.Post(path, _web.ControlToken, body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(detail, await Detail(answer), StringComparison.Ordinal);
        Assert.Empty(_web.Asked);
    }

    [Theory]
    // who                         header, value                          status
    [InlineData("nobody", "", "", 401)]
    [InlineData("wrong", "", "", 401)]
    [InlineData("read", "", "", 403)]
    [InlineData("control", "Origin", "https://evil.example", 403)]
    [InlineData("control", "Origin", "null", 403)]
    [InlineData("control", "Host", "evil.example", 400)]
    [InlineData("control", "Host", "127.0.0.1.evil.example", 400)]
    [InlineData("control", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("control", "Content-Type", "text/plain", 415)]
    [InlineData("control", "Content-Type", "application/x-www-form-urlencoded", 415)]
    [InlineData("control", "Idempotency-Key", "has a space", 400)]
    [InlineData("control", "Idempotency-Key", "", 400)]
    public async Task Strangers_ChangeNothing(string who, string header, string value, int status)
    {
        var token = who switch { "read" => _web.ReadToken, "control" => _web.ControlToken, "wrong" => "guess", _ => null };
        using var answer = await _web.Post("/api/v1/pause", token, "{\"reason\":\"x\"}", header.Length == 0 ? [] : [(header, value)]);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(_web.Asked);
    }

    [Fact]
    public async Task ABodyOfOneByteTooMuch_IsRefused_AndOneThatFitsIsNot()
    {
        string Body(int bytes) => "{\"reason\":\"" + new string('x', bytes - 13) + "\"}";
        using var most = await _web.Post("/api/v1/pause", _web.ControlToken, Body(64 * 1024));
        using var more = await _web.Post("/api/v1/pause", _web.ControlToken, Body((64 * 1024) + 1));

        Assert.Equal((200, 413), ((int)most.StatusCode, (int)more.StatusCode));
        Assert.Single(_web.Asked);
    }

    [Fact]
    public async Task TheSameKey_DoesItOnce_AndAnswersTwice()
    {
        var told = 0;
        _web.Obey(_ => ControlAnswer.Done($"answer {++told}"));
        using var one = await _web.Post("/api/v1/tasks/a/trigger", _web.ControlToken, "{}", ("Idempotency-Key", "k1"));
        using var two = await _web.Post("/api/v1/tasks/a/trigger", _web.ControlToken, "{}", ("Idempotency-Key", "k1"));
        using var other = await _web.Post("/api/v1/tasks/b/trigger", _web.ControlToken, "{}", ("Idempotency-Key", "k1"));
        using var next = await _web.Post("/api/v1/tasks/a/trigger", _web.ControlToken, "{}", ("Idempotency-Key", "k2"));

        Assert.Equal(["answer 1", "answer 1", "answer 2"], [await Message(one), await Message(two), await Message(next)]);
        Assert.Equal("true", Assert.Single(two.Headers.GetValues("Idempotent-Replayed")));
        Assert.Equal(422, (int)other.StatusCode);
        Assert.Equal(2, _web.Asked.Select(asked => asked.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(ControlOutcome.Done, 200)]
    [InlineData(ControlOutcome.Pending, 202)]
    [InlineData(ControlOutcome.BadRequest, 400)]
    [InlineData(ControlOutcome.NotFound, 404)]
    [InlineData(ControlOutcome.Refused, 409)]
    [InlineData(ControlOutcome.Failed, 503)]
    internal async Task Answers_HaveTheirStatus(ControlOutcome outcome, int status)
    {
        _web.Obey(_ => new(outcome, "words"));
        using var answer = await _web.Post("/api/v1/resume", _web.ControlToken, null, ("Idempotency-Key", "k"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("words", status < 400 ? await Message(answer) : await Detail(answer));
    }

    [Fact]
    public async Task WhoGuesses_IsToldToStop_AndTheOwnerIsNotKeptWaiting()
    {
        var statuses = new List<int>();
        for (var i = 0; i < 300; i++)
        {
            using var guess = await _web.Post("/api/v1/state", $"guess{i}", "{\"state\":\"ACTIVE\",\"reason\":\"x\"}");
            statuses.Add((int)guess.StatusCode);
        }

        Assert.Equal([401, 429], statuses.Distinct());
        Assert.Equal(5, statuses.Count(status => status == 401));
        Assert.Empty(_web.Asked);
        using var owner = await _web.Post("/api/v1/resume", _web.ControlToken, null);
        Assert.Equal(200, (int)owner.StatusCode);
        _web.Time.Pass(TimeSpan.FromMinutes(1));
        using var later = await _web.Get("/api/v1/status", "guess");
        Assert.Equal(401, (int)later.StatusCode);

        // The log is written behind the answers' backs; its end writes what waits.
        _web.Log.Dispose();
        Assert.Single(_web.Sink.Entries, entry => entry.Message.Contains("wrong tokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryChangingPath_NeedsTheTokenForControl()
    {
        var redaction = _web.Log.Redaction;
        var paths = new ControlPages(new(_web.Inbox, _web.Time), redaction, _web.Time).Routes().Select(route => route.Path.Replace("{id}", "a"));
        foreach (var path in paths)
        {
            using var read = await _web.Post(path, _web.ReadToken, "{}");
            using var get = await _web.Get(path, _web.ControlToken);
            Assert.Equal((path, 403, 405), (path, (int)read.StatusCode, (int)get.StatusCode));
        }

        Assert.Empty(_web.Asked);
    }

    private static string Text(ControlRequest asked) =>
        $"{asked.Verb} {asked.Subject} by {asked.By} ({asked.Reason})"
        + (asked.Args is { } args ? " args " + args.Value : "") + (asked.Force ? " force" : "")
        + (asked.Until is { } until ? $" until {until:HH:mm}" : "")
        + (asked.Verb == ControlVerb.Backfill ? $" {asked.From:yyyy-MM-dd}..{asked.To:yyyy-MM-dd}" : "")
        + (asked.Verb == ControlVerb.Resolve ? " " + asked.How : "");

    private static Task<string> Detail(HttpResponseMessage answer) => Member(answer, "detail");

    private static Task<string> Message(HttpResponseMessage answer) => Member(answer, "message");

    private static async Task<string> Member(HttpResponseMessage answer, string name)
    {
        using var document = JsonDocument.Parse(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
