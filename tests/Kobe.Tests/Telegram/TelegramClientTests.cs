using Kobe.Alerts;
using Kobe.Alerts.Channels;
using Kobe.Logging;
using Kobe.Telegram;
using Kobe.Testing.Telegram;

namespace Kobe.Tests.Telegram;

/// <summary>The client against a stand-in of the Bot API.</summary>
public sealed class TelegramClientTests : IDisposable
{
    private readonly StandInTelegram _server = new(42);
    private readonly Redaction _redaction = new();
    private readonly TelegramClient _client;

    public TelegramClientTests() =>
        _client = new(_server.Url, StandInTelegram.Token, _redaction, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task GetMe_NamesTheBot() =>
        Assert.Equal(new TelegramBot(123456, "kobe_bot"), (await _client.GetMe(Cancellation)).Value);

    [Fact]
    public async Task T1_Send_CutsWhatIsTooLong()
    {
        var html = "<pre>" + string.Concat(Enumerable.Repeat("1234567890123456789\n", 250)) + "</pre>";

        Assert.Null((await _client.Send(new(42, html) { Buttons = [new("Yes", "ok:1")] }, Cancellation)).Failure);

        Assert.Equal(2, _server.Sent.Count);
        Assert.Empty(_server.Sent[0].Buttons);
        Assert.Equal(("Yes", "ok:1"), Assert.Single(_server.Sent[1].Buttons));
    }

    [Fact]
    public async Task Send_FallsBackToPlainText_WhenTagsDoNotHold()
    {
        Assert.Null((await _client.Send(new(42, "<blink>a &lt; b</blink>"), Cancellation)).Failure);

        var sent = Assert.Single(_server.Sent);
        Assert.Equal(("a < b", false), (sent.Text, sent.IsHtml));
    }

    [Theory]
    // status  description                                                          trouble                           what the queue does
    [InlineData(400, "Bad Request: chat not found",                                  nameof(TelegramTrouble.ChatNotFound),    "Broken")]
    [InlineData(400, "Bad Request: message is not modified",                         nameof(TelegramTrouble.BadRequest),      "Refused")]
    [InlineData(400, "Bad Request: query is too old and response timeout expired",   nameof(TelegramTrouble.BadRequest),      "Refused")]
    [InlineData(400, "Bad Request: something new",                                   nameof(TelegramTrouble.BadRequest),      "Refused")]
    [InlineData(401, "Unauthorized",                                                 nameof(TelegramTrouble.Unauthorized),    "Broken")]
    [InlineData(403, "Forbidden: bot was blocked by the user",                       nameof(TelegramTrouble.Blocked),         "Broken")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user",       nameof(TelegramTrouble.Blocked),         "Broken")]
    [InlineData(404, "Not Found",                                                    nameof(TelegramTrouble.NotFound),        "Broken")]
    [InlineData(409, "Conflict: terminated by other getUpdates request; make sure…", nameof(TelegramTrouble.Conflict),        "Later")]
    [InlineData(409, "Conflict: can't use getUpdates method while webhook is active", nameof(TelegramTrouble.WebhookSet),     "Refused")]
    [InlineData(429, "Too Many Requests: retry after 34",                            nameof(TelegramTrouble.TooManyRequests), "Later")]
    [InlineData(500, "Internal Server Error",                                        nameof(TelegramTrouble.Server),          "Later")]
    public async Task Failure_IsKnownByItsWords(int code, string description, string trouble, string queue)
    {
        _server.Fail("sendMessage", new BotFault.Answer(code, description));

        var failure = (await _client.Send(new(42, "a"), Cancellation)).Failure!;

        Assert.Equal(trouble, failure.Trouble.ToString());
        Assert.Equal(queue, TelegramChannel.Judge(failure).GetType().Name);
        Assert.Equal(description, failure.Words);
    }

    [Fact]
    public async Task T2_429_SaysForHowLong()
    {
        _server.Fail("sendMessage", BotFault.TooMany(3));

        var failure = (await _client.Send(new(42, "a"), Cancellation)).Failure!;

        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
    }

    [Fact]
    public async Task Gateway_ThatAnswersInHtml_IsAProblemOfTelegram()
    {
        _server.Fail("sendMessage", new BotFault.Html(502));

        Assert.Equal(TelegramTrouble.Server, (await _client.Send(new(42, "a"), Cancellation)).Failure!.Trouble);
    }

    [Fact]
    public async Task LostAnswer_IsInDoubt_AndNotSentTwice()
    {
        _server.Fail("sendMessage", new BotFault.Swallow());

        var failure = (await _client.Send(new(42, "a"), Cancellation)).Failure!;

        Assert.Equal("the connection failed: ResponseEnded.", failure.Words);
        Assert.True(Assert.IsType<SendResult.Later>(TelegramChannel.Judge(failure)).InDoubt);
        Assert.Single(_server.Sent);
    }

    [Fact]
    public async Task MovedChat_IsFollowed_AndSaid()
    {
        _server.Fail("sendMessage", new BotFault.Answer(400, "Bad Request: group chat was upgraded to a supergroup chat", MovedTo: 42));
        var moved = 0L;
        using var channel = new TelegramChannel(new() { Name = "telegram:-7" }, _client, -7, to => moved = to);

        var message = AlertComposer.Compose([new(1, default, default, "HELD: a: <why>")], channel.Rules, false, false);
        Assert.IsType<SendResult.Sent>(await channel.Send(message, Cancellation));

        Assert.Equal(42, moved);
        Assert.StartsWith("<b>NOTICE</b> HELD: a: &lt;why&gt;\n", Assert.Single(_server.Sent).Text);
    }

    [Fact]
    public async Task Updates_AreReadAndConfirmed()
    {
        var at = new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero);
        var said = _server.Say(7, 42, "/status", at, forwarded: true);
        var pressed = _server.Press(7, 42, "ok:1");

        var updates = (await _client.GetUpdates(0, TimeSpan.FromSeconds(20), Cancellation)).Value!;
        var none = (await _client.GetUpdates(pressed + 1, TimeSpan.Zero, Cancellation)).Value!;

        Assert.Equal(new(said, new(7, 42, at, "/status", true), null), updates[0]);
        Assert.Equal(new(pressed, null, new("77", 7, 42, "ok:1")), updates[1]);
        Assert.Empty(none);
    }

    [Fact]
    public async Task Token_StandsInNoWords()
    {
        using var wrong = new TelegramClient(_server.Url, "654321:canary-wrong-token-0123456789", _redaction, TimeProvider.System);
        _server.Fail("getMe", new BotFault.Answer(400, $"Bad Request: bot{StandInTelegram.Token} is odd"), new BotFault.Drop());

        var words = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            words.Add((await _client.GetMe(Cancellation)).Failure?.Words ?? "");
        }

        words.Add((await wrong.GetMe(Cancellation)).Failure!.Words);
        _server.Dispose();
        words.Add((await _client.GetMe(Cancellation)).Failure!.Words);

        Assert.Equal("Bad Request: bot[secret] is odd", words[0]);
        Assert.All(words, word => Assert.DoesNotContain("canary", word));
    }
}
