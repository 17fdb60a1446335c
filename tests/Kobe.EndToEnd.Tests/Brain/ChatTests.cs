using Kobe.Core.Runs;
using Kobe.Testing.Telegram;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A live brain and a phone: it is asked, stopped and started from a stand-in of Telegram.</summary>
[Collection(Alone.Name)]
public sealed class ChatTests : IDisposable
{
    private const long Owner = 7;
    private const string Begin = "2026-11-20T15:00:00Z";

    private readonly StandInTelegram _telegram = new(42);

    public void Dispose() => _telegram.Dispose();

    [Fact]
    public void Halt_FromThePhone_IsDoneAtOnce_AndHoldsThroughAKill()
    {
        using var home = Home();
        using (var brain = home.StartReady(Environment(Begin)))
        {
            _telegram.Say(Owner, 42, "/halt it burns", At(Begin));
            var halt = brain.WaitFor<RunEvent.Control>(control => control.Verb == ControlVerb.Halt);
            Assert.Equal(($"telegram:{Owner}", "it burns"), (halt.By, halt.Reason));
            Wait.Until("reply", () => Replies().Contains("HALTED"), () => brain.Said);
            brain.Kill();
        }

        const string Later = "2026-11-20T15:01:00Z";
        using var again = home.StartReady(Environment(Later));
        _telegram.Say(Owner, 42, "/status", At(Later));
        Wait.Until("status", () => _telegram.Sent.Any(sent => sent.Text.StartsWith("HALTED · ")), () => again.Said);
    }

    [Fact]
    public void Run_FromThePhone_IsAskedBack_AndRunsOnce()
    {
        using var home = Home();
        using var brain = home.StartReady(Environment(Begin));
        _telegram.Say(8, 42, "/run a", At(Begin));
        _telegram.Say(Owner, 42, "/run a", At(Begin));
        var question = Wait.For("question", () => _telegram.Sent.FirstOrDefault(sent => sent.Buttons.Count > 0), () => brain.Said);
        _telegram.Press(Owner, 42, question.Buttons[0].Code);
        _telegram.Press(Owner, 42, question.Buttons[0].Code);

        brain.WaitFor<RunEvent.Ended>();
        Wait.Until("second answer", () => Replies().Contains("wrong, used"), () => brain.Said);

        var started = Assert.Single(brain.Journal.Events.OfType<RunEvent.Started>());
        Assert.StartsWith("/manual-telegram-", started.Key.Slot);
        var audit = File.ReadAllLines(home.InState("alerts", "commands.jsonl"));
        Assert.Equal(4, audit.Length);
        Assert.Contains("ignored: this user may not", audit[0]);
    }

    // wire.md, T5.
    [Fact]
    public void T5_ConflictingPoller_KeepsNoAlertBack()
    {
        _telegram.Fail("getUpdates", new BotFault.Answer(409, "Conflict: terminated by other getUpdates request"));
        using var home = Home();
        using var brain = home.StartReady(Environment(Begin));
        Wait.Until("trouble", () => Degraded(brain).Contains("Commands by Telegram don't come in: Conflict"), () => brain.Said);
        File.WriteAllText(home.InState("KILL_SWITCH"), "");

        Wait.Until("alert", () => Replies().Contains("HALTED"), () => brain.Said);
    }

    [Fact]
    public void WithoutUsers_NobodyIsListenedTo()
    {
        using var home = Home(users: "");
        using var brain = home.StartReady(Environment(Begin));
        File.WriteAllText(home.InState("KILL_SWITCH"), "");
        Wait.Until("alert", () => Replies().Contains("HALTED"), () => brain.Said);

        Assert.Equal(0, _telegram.Confirmed);
        Assert.Equal(0, brain.Stop());
    }

    private string Replies() => string.Join('\n', _telegram.Sent.Select(sent => sent.Text));

    private static string Degraded(RunningBrain brain) =>
        string.Join('\n', brain.Get("/api/v1/status").Body.GetProperty("degraded").EnumerateArray());

    private Home Home(string users = "users: [7], ") => new Home("id: a, run: zoo.ok, at: \"10:05\"").Configured(
        $"telegram: {{ chats: [42], {users}api: \"{_telegram.Url}\" }}");

    private static DateTimeOffset At(string clock) => Kobe.Testing.Days.Instant(clock);

    private static (string Name, string? Value)[] Environment(string clock) =>
        [("KOBE_TEST_CLOCK", clock), ("TELEGRAM_BOT_TOKEN", StandInTelegram.Token)];
}
