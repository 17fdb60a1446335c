using System.Net;
using System.Text.RegularExpressions;
using Kobe.Testing.Telegram;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A live brain and a stand-in of Telegram: what fails reaches a person, once and in order.</summary>
[Collection(Alone.Name)]
public sealed partial class AlertTests : IDisposable
{
    private const string Before = "2026-11-20T15:00:00Z";
    private const string Due = "2026-11-20T15:05:01Z";
    private const string Canary = "canary-7d1c9e55ab";

    private readonly StandInTelegram _telegram = new(42);

    public void Dispose() => _telegram.Dispose();

    [Fact]
    public void Killed_WhileTelegramIsAwayAndThenRefuses_EachAlertIsToldOnce_InOrder()
    {
        using var home = Failing(6);
        _telegram.IsDown = true;
        using (var first = home.Start(Environment(Due)))
        {
            Wait.Until("tries", () => Outbox(home).Any(line => line.Contains("notSent")) && Outbox(home).Count(line => line.Contains("\"n\":")) == 6);
            first.Kill();
        }

        _telegram.IsDown = false;
        _telegram.Fail("sendMessage", BotFault.TooMany(2));
        var calls = _telegram.Calls;
        using (var second = home.Start(Environment("2026-11-20T15:06:00Z")))
        {
            Wait.Until("429", () => Outbox(home).Any(line => line.Contains("\"held\"")), () => second.Said);
            second.Kill();
        }

        Assert.Equal(calls + 1, _telegram.Calls);
        Assert.Empty(_telegram.Sent);
        using var third = home.Start(Environment("2026-11-20T15:07:00Z"));
        Wait.Until("the last alert", () => Told().Contains("row-006"), () => third.Said);
        third.Stop();

        Assert.Equal(Enumerable.Range(1, 6).Select(row => $"row-{row:D3}"), Told());
    }

    [Fact]
    public void Storm_Of500Failures_TakesAtMost20Messages_AndNamesEach()
    {
        using var home = Failing(500);
        using var brain = home.Start(Environment(Due));
        Wait.Until("all of them", () => Told().Count == 500, () => $"{Told().Count} told; {brain.Said}");

        Assert.InRange(_telegram.Sent.Count, 2, 20);
        Assert.Equal(Enumerable.Range(1, 500).Select(row => $"row-{row:D3}"), Told().Distinct());
    }

    [Fact]
    public void Secrets_StandNowhere()
    {
        using var home = new Home(
                "id: leak, run: zoo.leaks, at: \"10:05\", retries: 0, timeout: 20s",
                "id: see, run: zoo.surroundings, at: \"10:05\", timeout: 20s")
            .Configured([.. Config(), "plugins: { Kobe.Fixtures.Zoo: { secrets: [KEY] } }"])
            .PlannedUpTo(Before);
        _telegram.Fail("sendMessage", new BotFault.Answer(400, $"Bad Request: {StandInTelegram.Token} {Canary}"), new BotFault.Drop());
        using var brain = home.StartReady([.. Environment(Due), ("KEY", Canary)]);
        Wait.Until("alerts", () => _telegram.Sent.Count > 0, () => brain.Said);

        var seen = new List<string> { brain.Said };
        seen.AddRange(new[] { "/health", "/api/v1/status", "/api/v1/awareness" }
            .Select(path => brain.Get(path)).Select(answer => answer.Body.GetRawText()));
        seen.AddRange(_telegram.Sent.Select(sent => sent.Text));
        seen.AddRange(home.Processes().Select(pid => string.Join(' ', MachineProcesses.Command(pid))));
        seen.AddRange(brain.Runners().Select(pid => File.ReadAllText($"/proc/{pid}/environ")));
        brain.Stop();
        seen.AddRange(Directory.GetFiles(home.State, "*", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.Contains(seen, text => text.Contains("[secret]"));
        Assert.All(seen, text => Assert.DoesNotContain("canary", text));
    }

    [Fact]
    public void BrokenChannels_NeverFailTheBrain()
    {
        using var home = Failing(1).Configured(
            [.. Config(), "alerts: { repeat_after: 0s, command: [/no/such/program] }", "slack: { url_from: SLACK_URL }"]);
        using var brain = home.StartReady([.. Environment(Due), ("SLACK_URL", "gibberish-value")]);
        Wait.Until("trouble", () => Degraded(brain).Contains("/no/such/program"), () => brain.Said);

        Assert.Contains("SLACK_URL holds no address", Degraded(brain));
        Assert.DoesNotContain("gibberish", Degraded(brain));
        Assert.Equal(0, brain.Stop());
    }

    [Fact]
    public async Task NotifyTest_SaysWhichChannelTookIt()
    {
        using var home = new Home().Configured("telegram: { chats: [42, 43], api: \"" + _telegram.Url + "\" }");
        var result = await Support.KobeProcess.Run(
            home.Root, [("TELEGRAM_BOT_TOKEN", StandInTelegram.Token)], "notify", "test");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"telegram:42\s+sent", result.Output);
        Assert.Matches(@"telegram:43\s+Bad Request: chat not found", result.Output);
        Assert.Contains("TEST: kobe notify test", Assert.Single(_telegram.Sent).Text);
    }

    [Fact]
    public async Task NotifyTest_WithoutAChannel_SaysWhatToSet()
    {
        using var home = new Home();
        var result = await Support.KobeProcess.Run(home.Root, [], "notify", "test");

        Assert.Contains("set telegram.chats", result.ShouldRefuse().Error);
    }

    [Fact]
    public async Task DeadMansSwitch_IsCalled_WhileWorkMoves()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        using var listener = new HttpListener();
        listener.Prefixes.Add(url);
        listener.Start();
        using var home = new Home("id: a, run: zoo.ok, at: \"10:05\"")
            .Configured("alerts: { ping_from: PING_URL }").PlannedUpTo(Before);
        using var brain = home.Start(("KOBE_TEST_CLOCK", Due), ("PING_URL", url + "canary-ping-path"));

        var call = await listener.GetContextAsync();

        Assert.Equal("/canary-ping-path", call.Request.Url!.AbsolutePath);
        call.Response.Close();
        brain.Stop();
        Assert.DoesNotContain("canary", brain.Said);
    }

    private static string Degraded(RunningBrain brain) =>
        string.Join('\n', brain.Get("/api/v1/status").Body.GetProperty("degraded").EnumerateArray());

    private Home Failing(int rows) => new Home(
            [.. Enumerable.Range(1, rows).Select(row =>
                $"id: row-{row:D3}, run: zoo.fatal, at: \"10:05\", retries: 0, timeout: 20s")])
        .Configured(Config()).PlannedUpTo(Before);

    private string[] Config() => ["telegram: { chats: [42], api: \"" + _telegram.Url + "\" }"];

    private static (string Name, string? Value)[] Environment(string clock) =>
        [("KOBE_TEST_CLOCK", clock), ("TELEGRAM_BOT_TOKEN", StandInTelegram.Token)];

    private static string[] Outbox(Home home) =>
        File.Exists(home.InState("alerts", "outbox.jsonl")) ? File.ReadAllLines(home.InState("alerts", "outbox.jsonl")) : [];

    // The rows that were told, in order; a digest names many.
    private List<string> Told() =>
        [.. _telegram.Sent.SelectMany(sent => Row().Matches(sent.Text)).Select(match => match.Value)];

    [GeneratedRegex(@"row-\d+")]
    private static partial Regex Row();
}
