using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kobe.Files;
using Kobe.Tests.Brain;
using Kobe.Web;

namespace Kobe.Tests.Web;

public sealed class BrainWebTests : IDisposable
{
    private readonly RunningWeb _web = new();

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task Health_IsThin_ForAnybody()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        _web.Pulse.Beat();
        using var answer = await _web.Get("/health");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(text);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("degraded", document.RootElement.GetProperty("status").GetString());
        Assert.Equal(1, document.RootElement.GetProperty("progress").GetProperty("overdue").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("queue").GetProperty("count").GetInt32());
        Assert.DoesNotContain("load", text, StringComparison.Ordinal);
        Assert.DoesNotContain("feed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", text, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Health_TellsMore_WithAToken()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        var health = await Document("/health", _web.ReadToken);

        var first = health.GetProperty("queue").GetProperty("queue")[0];
        Assert.Equal("load@2026-11-23T09:40", first.GetProperty("key").GetString());
        Assert.Equal("the feed said no", health.GetProperty("lastErrors")[0].GetProperty("error").GetString());
        Assert.Equal("load@2026-11-23T09:40", health.GetProperty("progress").GetProperty("oldest").GetString());
    }

    [Fact]
    public async Task Health_Is503_BeforeTheFirstTurn_WhenStuck_AndWithoutAJournal()
    {
        Assert.Equal((503, 503, 503), await Statuses());
        _web.Board.Publish(Snapshots.Quiet(_web.Time));
        Assert.Equal((200, 200, 200), await Statuses());
        _web.Time.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal((503, 503, 503), await Statuses());
        _web.Board.Publish(Snapshots.Quiet(_web.Time) with { Journal = new("disk full at /var", 1, default) });
        Assert.Equal((503, 200, 200), await Statuses());
        _web.Board.Publish(Snapshots.Quiet(_web.Time) with { NotReady = ["The catalogue is not there yet."] });
        Assert.Equal((200, 200, 503), await Statuses());
    }

    [Fact]
    public async Task Status_HasTheMembersThatAreAgreed()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        _web.Time.Pass(TimeSpan.FromSeconds(2));
        var status = await Document("/api/v1/status", _web.ReadToken);

        string[] agreed =
        [
            "running", "pid", "version", "startedAt", "uptimeSeconds", "cycles", "paused", "tradingState", "context",
            "current", "queue", "next", "schedule", "today", "lastErrors",
        ];
        Assert.Subset(status.EnumerateObject().Select(member => member.Name).ToHashSet(), agreed.ToHashSet());
        Assert.Equal(2, status.GetProperty("uptimeSeconds").GetInt32());
        Assert.Equal(898, status.GetProperty("next").GetProperty("inSeconds").GetDouble());
        Assert.Equal("2026-11-23T09:45:00-05:00", status.GetProperty("current").GetProperty("startedAt").GetString());
        Assert.Equal(
            [
                "planned", "succeeded", "failed", "skipped", "expired", "missed", "coalesced", "interrupted",
                "cancelled", "removed", "disabled", "held", "pending",
            ],
            status.GetProperty("today").EnumerateObject().Select(member => member.Name));
        Assert.Equal("OPENING", status.GetProperty("context").GetProperty("phase").GetString());
        var awareness = await Document("/api/v1/awareness", _web.ControlToken);
        Assert.Equal("OPENING", awareness.GetProperty("phase").GetString());
    }

    [Theory]
    // path             token      status
    [InlineData("/api/v1/status", null, 401)]
    [InlineData("/api/v1/awareness", null, 401)]
    [InlineData("/api/v1/status", "", 401)]
    [InlineData("/api/v1/status", "guess", 401)]
    [InlineData("/api/v1/status", "READ", 200)]
    [InlineData("/api/v1/status", "CONTROL", 200)]
    [InlineData("/api/v1/statu", null, 404)]
    [InlineData("/health/", null, 404)]
    [InlineData("/", null, 404)]
    [InlineData("/health?token=READ", null, 200)]
    public async Task Paths_NeedWhatTheyNeed(string path, string? token, int status)
    {
        _web.Board.Publish(Snapshots.Quiet(_web.Time));
        var sent = token switch { "READ" => _web.ReadToken, "CONTROL" => _web.ControlToken, _ => token };
        using var answer = await _web.Get(path, sent);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 200)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            using var problem = JsonDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        }
    }

    [Theory]
    // header           value                       status
    [InlineData("Host", "localhost", 200)]
    [InlineData("Host", "LOCALHOST:1", 200)]
    [InlineData("Host", "[::1]:8081", 200)]
    [InlineData("Host", "127.0.0.1", 200)]
    [InlineData("Host", "evil.example", 400)]
    [InlineData("Host", "localhost.evil.example", 400)]
    [InlineData("Host", "169.254.169.254", 400)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "OWN", 200)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    public async Task Gate_LetsIn_WhoMeansThisBrain(string header, string value, int status)
    {
        _web.Board.Publish(Snapshots.Quiet(_web.Time));
        using var answer = await _web.Get(
            "/health", null, (header, value == "OWN" ? _web.Web.Urls[0].TrimEnd('/') : value));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    // What is sent raw                                                    first line of the answer
    [InlineData("GET /health HTTP/1.1\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /health HTTP/1.1\r\nHost:\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 405")]
    [InlineData("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 503")]
    [InlineData("NONSENSE\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n", "HTTP/1.1 505")]
    public async Task Server_AnswersOddRequests_InHttp1(string request, string expected)
    {
        using var client = new TcpClient();
        var cancellation = TestContext.Current.CancellationToken;
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_web.Web.Urls[0]).Port, cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
        var bytes = new byte[4096];
        var read = await client.GetStream().ReadAsync(bytes, cancellation);

        Assert.StartsWith(expected, Encoding.ASCII.GetString(bytes, 0, read));
    }

    [Fact]
    public async Task Secrets_DontLeaveThroughTheWeb()
    {
        const string Canary = "canary-0123456789";
        _web.Log.Redaction.Hide(Canary);
        _web.Board.Publish(Snapshots.Busy(_web.Time) with
        {
            LastErrors = [new("load@2026-11-23T09:30", $"GET /?token={Canary}", _web.Time.GetUtcNow())],
            Degraded = [$"The feed refused {Canary}."],
            NotReady = [$"{Canary} is wrong."],
            Journal = new($"cannot write {Canary}", 1, default),
        });
        foreach (var path in new[] { "/health", "/health/ready", "/api/v1/status" })
        {
            using var answer = await _web.Get(path, _web.ControlToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PortInUse_IsASentence_AndExitCode1()
    {
        var error = Assert.Throws<UserError>(() => BrainWeb.Start(
            RunningWeb.Settings(_web.Web.Urls[0]), _web.Subject));

        Assert.Equal(1, error.Code);
        Assert.StartsWith("Another program listens on " + _web.Web.Urls[0], error.Message);
    }

    [Fact]
    public void Tokens_AreMadeOnce_ForTheirOwner()
    {
        var (read, control) = (_web.ReadToken, _web.ControlToken);
        var tokens = ApiTokens.Load(_web.Folder.Path, _web.Log.Redaction);

        Assert.NotEqual(read, control);
        Assert.Equal((64, 64), (read.Length, control.Length));
        Assert.Equal((read, control), (_web.ReadToken, _web.ControlToken));
        Assert.Equal(Access.Control, tokens.AccessOf(control));
        Assert.Equal(Access.Read, tokens.AccessOf(read));
        Assert.Equal(Access.Open, tokens.AccessOf(read[..^1]));
        Assert.DoesNotContain(read, _web.Log.Redaction.Clean($"Bearer {read}"), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(_web.Folder.At(ApiTokens.ReadFile)));
        }
    }

    [Fact]
    public void Tokens_ThatAreShort_OrOpenToOthers_AreRefused()
    {
        _web.Folder.Write(ApiTokens.ReadFile, "short");
        Assert.Contains("5 characters", Refused(), StringComparison.Ordinal);
        File.Delete(_web.Folder.At(ApiTokens.ReadFile));
        _web.Folder.Write(ApiTokens.ReadFile, new string('x', 64));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_web.Folder.At(ApiTokens.ReadFile),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        Assert.Contains("Others", Refused(), StringComparison.Ordinal);
    }

    private string Refused() =>
        Assert.Throws<UserError>(() => ApiTokens.Load(_web.Folder.Path, _web.Log.Redaction)).Message;

    private async Task<(int Health, int Live, int Ready)> Statuses() =>
        (await Status("/health"), await Status("/health/live"), await Status("/health/ready"));

    private async Task<int> Status(string path)
    {
        using var answer = await _web.Get(path);
        return (int)answer.StatusCode;
    }

    private async Task<JsonElement> Document(string path, string token)
    {
        using var answer = await _web.Get(path, token);
        using var document = JsonDocument.Parse(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
