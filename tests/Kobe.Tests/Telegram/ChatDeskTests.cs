using Kobe.Core.Runs;
using Kobe.Telegram;

namespace Kobe.Tests.Telegram;

/// <summary>What may be done from the phone, by whom, and how often.</summary>
public sealed class ChatDeskTests : IDisposable
{
    private const long Owner = ChatStage.Owner;

    private readonly ChatStage _stage = new(Owner);

    public void Dispose() => _stage.Dispose();

    // wire.md, T3.
    [Theory]
    // who  where  forwarded
    [InlineData(8, 42, false)]
    [InlineData(Owner, 43, false)]
    [InlineData(Owner, 42, true)]
    public async Task T3_Stranger_GetsNoReply_AnAuditLine_AndIsConfirmed(long user, long chat, bool forwarded)
    {
        var update = await _stage.Say("/halt now", user, chat, forwarded: forwarded);

        Assert.Empty(_stage.Sent);
        Assert.Empty(_stage.Asked);
        Assert.Contains("ignored: ", Assert.Single(_stage.Audit));
        Assert.Equal(update + 1, ChatPlaceOf(_stage));
    }

    [Fact]
    public async Task EmptyAllowList_MeansNobody()
    {
        using var stage = new ChatStage();
        await stage.Say("/status");
        await stage.Press("yes:000001");

        Assert.Empty(stage.Sent);
        Assert.Equal(2, stage.Audit.Length);
    }

    [Theory]
    [InlineData("/status", "ACTIVE · ")]
    [InlineData("/status@kobe_bot", "ACTIVE · ")]
    [InlineData("/health", "live: ")]
    [InlineData("/next 2", "orders.poll")]
    [InlineData("/today", "3 planned: 1 succeeded, 2 pending, 0 held")]
    [InlineData("/task entry", "entry runs pure")]
    [InlineData("/task enrty", "Did you mean entry?")]
    [InlineData("/task", "id of a task")]
    [InlineData("/alerts", "0 wait, 0 sent, 0 lost")]
    [InlineData("/logs", "log.file is off")]
    [InlineData("/calendar", "2026-11-26 Thu holiday (Thanksgiving")]
    [InlineData("/version", "kobe ")]
    [InlineData("/help", "/halt [why] – ")]
    [InlineData("/positions", "No desk has written here yet")]
    public async Task Reading_IsAnswered(string command, string words)
    {
        await _stage.Say(command);

        Assert.Contains(words, Assert.Single(_stage.Replies));
        Assert.Empty(_stage.Asked);
        Assert.Contains("answered", Assert.Single(_stage.Audit));
    }

    [Theory]
    // command             question                           what the brain is asked
    [InlineData("/run entry",      "Run entry now?",                  ControlVerb.Trigger,      "entry")]
    [InlineData("/enable entry",   "Let entry run again?",            ControlVerb.Enable,       "entry")]
    [InlineData("/disable entry",  "Keep entry from running?",        ControlVerb.Disable,      "entry")]
    [InlineData("/pause 2h",       "until 2026-11-23 16:45 UTC?",     ControlVerb.Pause,        "")]
    [InlineData("/pause all",      "Stop ALL starts",                 ControlVerb.Pause,        "all")]
    [InlineData("/resume",         "End the pause?",                  ControlVerb.Resume,       "")]
    [InlineData("/reduce storm",   "no entries any more (REDUCING)?", ControlVerb.Reduce,       "")]
    [InlineData("/activate",       "(ACTIVE)?",                       ControlVerb.Activate,     "")]
    [InlineData("/approve_exits",  "Let exits run",                   ControlVerb.ApproveExits, "")]
    public async Task Change_IsDoneAfterAYes_AndOnce(string command, string question, ControlVerb verb, string subject)
    {
        await _stage.Say(command);
        Assert.Empty(_stage.Asked);
        Assert.Contains(question, Assert.Single(_stage.Replies));
        Assert.Equal([("Yes", "yes:000001"), ("No", "no:000001")], _stage.Sent[0].Buttons);

        await _stage.Press("yes:000001");
        await _stage.Press("yes:000001");

        var asked = Assert.Single(_stage.Asked);
        Assert.Equal((verb, subject, "telegram:7"), (asked.Verb, asked.Subject, asked.By));
        Assert.StartsWith($"done: {verb}", _stage.Replies[1]);
        Assert.Contains("wrong, used, too old", _stage.Replies[2]);
        Assert.Equal(3, _stage.Audit.Length);
    }

    [Fact]
    public async Task Flatten_WithoutItsRow_ChangesNothing()
    {
        await _stage.Say("/flatten now");

        Assert.Contains("no row desk.flatten: nothing was changed", Assert.Single(_stage.Replies));
        Assert.Empty(_stage.Asked);
    }

    [Fact]
    public void Flatten_TriggersItsRow_ForEverything_WithTheReason()
    {
        var request = ChatRequests.Of(
            ChatCommand.Read("/flatten a \"storm\"")!, "telegram:7", "telegram-5", task => task == "desk.flatten", DateTimeOffset.UnixEpoch, out var problem);

        Assert.Equal("", problem);
        Assert.Equal((ControlVerb.Trigger, "desk.flatten", true, "telegram-5"), (request!.Verb, request.Subject, request.Force, request.Id));
        using var args = System.Text.Json.JsonDocument.Parse(request.Args!.Value.Value);
        Assert.Equal("all", args.RootElement.GetProperty("scope").GetString());
        Assert.Equal("a \"storm\"", args.RootElement.GetProperty("reason").GetString());
        Assert.Contains("SELL everything", ChatRequests.Question(request));
    }

    [Fact]
    public void Account_IsToldFromTheDesksView()
    {
        var state = Directory.CreateTempSubdirectory("kobe-chat-").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(state, "desk", "paper")).FullName;
        File.WriteAllText(Path.Combine(folder, "view.json"), """
            {"mode":"paper","at":"2026-11-23T16:00:00Z","account":"PAPER00001",
             "positions":[{"symbol":"ALFA","quantity":"10","entryPrice":"19","price":"20","unrealised":"10"}],
             "orders":[{"side":"buy","quantity":"10","symbol":"ALFA","type":"limit","state":"ended","task":"entries.gap"}],
             "pnl":{"equity":"100010","cash":"99810","realised":"0","unrealised":"10","fees":"0"}}
            """);

        Assert.Contains("10 ALFA at 20 (paid 19): 10", ChatAccount.Of(state, "positions"));
        Assert.Contains("buy 10 ALFA limit: ended (entries.gap)", ChatAccount.Of(state, "orders"));
        Assert.Contains("equity 100010", ChatAccount.Of(state, "pnl"));
        File.WriteAllText(Path.Combine(folder, "view.json"), "{");
        Assert.Contains("can't be read", ChatAccount.Of(state, "pnl"));
        Directory.Delete(state, recursive: true);
    }

    [Fact]
    public async Task Change_MayBeConfirmedInWords()
    {
        await _stage.Say("/resume");
        await _stage.Say("/yes 000001");

        Assert.Equal(ControlVerb.Resume, Assert.Single(_stage.Asked).Verb);
    }

    [Fact]
    public async Task Halt_IsDoneAtOnce_HoweverLateItComes()
    {
        await _stage.Say("/halt the market is mad", age: 7200);

        var asked = Assert.Single(_stage.Asked);
        Assert.Equal((ControlVerb.Halt, "the market is mad"), (asked.Verb, asked.Reason));
        Assert.Empty(_stage.Sent[0].Buttons);
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("/activate")]
    [InlineData("/yes 000001")]
    public async Task WhatIsOlderThanAMinute_IsRefused(string command)
    {
        await _stage.Say(command, age: 61);

        Assert.Contains("was written 61 s ago and not done", Assert.Single(_stage.Replies));
        Assert.Empty(_stage.Asked);
        Assert.Contains("refused: too late", Assert.Single(_stage.Audit));
    }

    [Fact]
    public async Task Code_CountsForAMinute_ForItsUser_AndIsLostToGuesses()
    {
        using var stage = new ChatStage(Owner, 8);
        await stage.Say("/resume");
        await stage.Press("yes:000001", user: 8);
        await stage.Say("/yes 1");
        await stage.Say("/yes 2");
        await stage.Say("/yes 3");
        await stage.Press("yes:000001");
        await stage.Say("/resume");
        stage.Time.Pass(TimeSpan.FromSeconds(60));
        await stage.Press("yes:000002");
        await stage.Say("/resume");
        await stage.Press("no:000003");
        await stage.Press("yes:000003");

        Assert.Empty(stage.Asked);
        Assert.Contains("Nothing was changed.", stage.Replies);
    }

    // wire.md, T4: the effect is there, the offset is not, and Telegram says the update again.
    [Theory]
    [InlineData("/activate", 1)]
    [InlineData("/halt", 2)] // Twice harms nothing, and a halt must not get lost.
    public async Task T4_KilledAfterTheEffect_IsNotDoneTwice(string command, int effects)
    {
        _stage.Doing = () => throw new TimeoutException("killed");
        var update = _stage.Server.Say(Owner, ChatStage.Chat, command, _stage.Time.GetUtcNow());
        if (command != "/halt")
        {
            await _stage.Deal();
            update = _stage.Server.Press(Owner, ChatStage.Chat, "yes:000001");
        }

        await Assert.ThrowsAsync<TimeoutException>(_stage.Deal);
        _stage.Doing = null;
        _stage.Restart();
        Assert.Equal(update, _stage.Place.Doing);
        await _stage.Deal();
        await _stage.Deal();

        Assert.Equal(effects, _stage.Asked.Count);
        Assert.Equal(update + 1, ChatPlaceOf(_stage));
        if (effects == 1)
        {
            Assert.Contains("restarted while it did that", _stage.Replies[^1]);
        }
    }

    [Theory]
    // failure                                       in a row  seconds
    [InlineData(nameof(TelegramTrouble.Conflict),        1,        30)]
    [InlineData(nameof(TelegramTrouble.Conflict),        3,        120)]
    [InlineData(nameof(TelegramTrouble.Conflict),        9,        300)]
    [InlineData(nameof(TelegramTrouble.TooManyRequests), 1,        34)]
    [InlineData(nameof(TelegramTrouble.Unauthorized),    1,        3600)]
    [InlineData(nameof(TelegramTrouble.Server),          1,        2)]
    public void T5_Poller_BacksOff(string trouble, int failures, int seconds) => Assert.Equal(
        seconds,
        ChatPoller.WaitAfter(new(Enum.Parse<TelegramTrouble>(trouble), "", TimeSpan.FromSeconds(34)), failures).TotalSeconds);

    [Theory]
    [InlineData("/run", "id of a task")]
    [InlineData("/run nothing", "There is no such task")]
    [InlineData("/run ../../etc", "There is no such task")]
    [InlineData("/pause forever", "at most 7d")]
    public async Task Nonsense_IsRefused_WithWhatWouldBeRight(string command, string words)
    {
        await _stage.Say(command);

        Assert.Contains(words, Assert.Single(_stage.Replies));
        Assert.Empty(_stage.Sent[0].Buttons);
    }

    [Fact]
    public async Task SmallTalk_IsLeftAlone()
    {
        await _stage.Say("good morning");
        await _stage.Say("/unknown");

        Assert.Empty(_stage.Sent);
    }

    private static long ChatPlaceOf(ChatStage stage)
    {
        stage.Restart();
        return stage.Place.Offset;
    }
}
