using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Control;
using Kobe.Logging;
using Kobe.Telegram;
using Kobe.Testing.Telegram;
using Kobe.Tests.Brain;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;
using Kobe.Views;

namespace Kobe.Tests.Telegram;

/// <summary>A chat desk between a stand-in of Telegram and a door behind which the test stands.</summary>
internal sealed class ChatStage : IDisposable
{
    public const long Owner = 7;
    public const long Chat = 42;

    private readonly StandInTelegram _server = new(Chat);
    private readonly TemporaryFolder _folder = new();
    private readonly TelegramClient _client;
    private readonly AlertDesk _alerts;
    private readonly Inbox _inbox = new();
    private int _codes;

    public ChatStage(params long[] users)
    {
        Log = new(LogLevel.Debug, Time, new(), ("list", Sink));
        _client = new(_server.Url, StandInTelegram.Token, Log.Redaction, TimeProvider.System);
        _alerts = new(_folder.Path, [], [], TimeSpan.Zero, Time, Log);
        Access = new(users, [Chat]);
        Board.Publish(Snapshots.Quiet(Time));
        _inbox.Arrived = Answer;
        Restart();
    }

    public SteppedTime Time { get; } = new(SteppedTime.Monday);

    public ListSink Sink { get; } = new();

    public Log Log { get; }

    public BrainBoard Board { get; } = new(new SteppedTime(SteppedTime.Monday));

    public ChatAccess Access { get; }

    public ChatDesk Desk { get; private set; } = null!;

    public ChatPlace Place { get; private set; } = null!;

    /// <summary>What was asked of the brain.</summary>
    public List<ControlRequest> Asked { get; } = [];

    /// <summary>Called in the middle of doing something.</summary>
    public Action? Doing { get; set; }

    /// <summary>What the owner reads.</summary>
    public IReadOnlyList<string> Replies => [.. _server.Sent.Select(sent => BotText.Plain(sent.Text, out _)!)];

    public IReadOnlyList<SentMessage> Sent => _server.Sent;

    public StandInTelegram Server => _server;

    public string[] Audit => File.ReadAllLines(_folder.At(Outbox.Folder, ChatAudit.FileName));

    /// <summary>A brain begins on what the last one left.</summary>
    public void Restart()
    {
        Place = ChatPlace.Open(_folder.Path);
        var roster = Rows.Roster(Time.GetUtcNow(), "orders.poll, every: 5m", "entry, at: '09:50'");
        var pulse = new Pulse(Board, _folder.At(Pulse.FileName), TimeSpan.FromSeconds(30), Log);
        var brain = new ChatSubject(
            _folder.Path, null, Board, new(Board, pulse), () => roster, new ControlDoor(_inbox, TimeProvider.System),
            _alerts, Log);
        Desk = new(_client, Access, brain, Place, () => $"{++_codes:D6}", Time);
    }

    /// <summary>Somebody writes, and the desk deals with it.</summary>
    public async Task<long> Say(string text, long user = Owner, long chat = Chat, double age = 0, bool forwarded = false)
    {
        var update = _server.Say(user, chat, text, Time.GetUtcNow().AddSeconds(-age), forwarded);
        await Deal();
        return update;
    }

    /// <summary>Somebody presses a button, and the desk deals with it.</summary>
    public async Task<long> Press(string code, long user = Owner)
    {
        var update = _server.Press(user, Chat, code);
        await Deal();
        return update;
    }

    /// <summary>Deals with what has come in.</summary>
    public async Task Deal()
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var update in (await _client.GetUpdates(Place.Offset, TimeSpan.Zero, cancellation)).Value!)
        {
            await Desk.Deal(update, cancellation);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _alerts.Dispose();
        _server.Dispose();
        Log.Dispose();
        _folder.Dispose();
    }

    private void Answer()
    {
        while (_inbox.TryTake(out var message))
        {
            var ask = Assert.IsType<BrainMessage.Ask>(message);
            Asked.Add(ask.Request);
            Doing?.Invoke();
            ask.Tell!(ControlAnswer.Done($"done: {ask.Request.Verb} {ask.Request.Subject}".Trim()));
        }
    }
}
