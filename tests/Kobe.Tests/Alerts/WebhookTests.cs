using System.Net;
using System.Text;
using System.Text.Json;
using Kobe.Alerts;
using Kobe.Alerts.Channels;
using Kobe.Brain;
using Kobe.Logging;

namespace Kobe.Tests.Alerts;

public sealed class WebhookTests
{
    private static readonly AlertMessage Message = AlertComposer.Compose(
        [Alerting.Alert(3, "HELD: a@2026-11-20T12:00: <b> & @everyone", 0, AlertLevel.Critical)], Alerting.Rules,
        more: false, again: false);

    [Theory]
    // kind                        member      text
    [InlineData(WebhookKind.Slack,   "text",    "*CRITICAL* HELD: a@2026-11-20T12:00: &lt;b&gt; &amp; @everyone\n2026-11-20 17:00:00 +00:00")]
    [InlineData(WebhookKind.Discord, "content", "**CRITICAL** HELD: a@2026-11-20T12:00: <b> & @everyone\n2026-11-20 17:00:00 +00:00")]
    [InlineData(WebhookKind.Generic, "text",    "HELD: a@2026-11-20T12:00: <b> & @everyone\n2026-11-20 17:00:00 +00:00")]
    internal void Body_HasTheFormThatTheOtherSideReads(WebhookKind kind, string member, string text)
    {
        using var body = JsonDocument.Parse(WebhookBody.Of(kind, Message));

        Assert.Equal(text, body.RootElement.GetProperty(member).GetString());
    }

    [Fact]
    public void Body_OfDiscord_CallsUpNobody()
    {
        using var body = JsonDocument.Parse(WebhookBody.Of(WebhookKind.Discord, Message));

        Assert.Equal(0, body.RootElement.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
    }

    [Theory]
    // status  body                        what it means
    [InlineData(200, "ok",                   "Sent")]
    [InlineData(204, "",                     "Sent")]
    [InlineData(429, "{\"retry_after\":1.5}", "Later 1.5")]
    [InlineData(429, "slow down",            "Later ")]
    [InlineData(500, "",                     "Later ")]
    [InlineData(504, "",                     "Later  doubt")]
    [InlineData(400, "",                     "Refused")]
    [InlineData(404, "",                     "Broken")]
    [InlineData(302, "",                     "Broken")]
    public void Status_IsJudged(int status, string body, string expected)
    {
        var result = WebhookChannel.Judge(new(status, Encoding.UTF8.GetBytes(body)));

        Assert.Equal(expected, result switch
        {
            SendResult.Later later => $"Later {later.After?.TotalSeconds}{(later.InDoubt ? " doubt" : "")}",
            _ => result.GetType().Name,
        });
    }

    [Fact]
    public async Task Send_PostsToTheAddress_AndObeysTheHeader()
    {
        using var listener = Listen(out var url);
        using var channel = new WebhookChannel(
            Alerting.Rules, WebhookKind.Slack, new(url + "/T0/secret-path"), new(new Redaction(), TimeProvider.System));
        var sending = channel.Send(Message, TestContext.Current.CancellationToken);

        var context = await listener.GetContextAsync();
        Assert.Equal("/T0/secret-path", context.Request.Url!.AbsolutePath);
        Assert.Equal("application/json; charset=utf-8", context.Request.ContentType);
        context.Response.StatusCode = 429;
        context.Response.AddHeader("Retry-After", "30");
        context.Response.Close();

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<SendResult.Later>(await sending).After);
    }

    [Fact]
    public async Task Send_SaysWhyNobodyAnswers_WithoutTheAddress()
    {
        using (Listen(out var url))
        {
            // Closed again: nobody listens there.
            using var channel = new WebhookChannel(
                Alerting.Rules, WebhookKind.Generic, new(url.Replace("127.0.0.1", "127.0.0.2") + "/secret-path"),
                new(new Redaction(), TimeProvider.System));

            var later = Assert.IsType<SendResult.Later>(await channel.Send(Message, TestContext.Current.CancellationToken));

            Assert.Equal("no connection: ConnectionRefused.", later.Why);
            Assert.False(later.InDoubt);
        }
    }

    [Fact]
    public async Task Command_GetsTheMessageOnItsInput_AndNoTokens()
    {
        using var folder = new Operation.TemporaryFolder();
        var script = "cat > \"$1\"; env > \"$1.env\"; exit 0";
        using var channel = new CommandChannel(
            Alerting.Rules, ["/bin/sh", "-c", script, "-", folder.At("out")], TimeProvider.System);

        Assert.IsType<SendResult.Sent>(await channel.Send(Message, TestContext.Current.CancellationToken));

        using var told = JsonDocument.Parse(folder.Read("out"));
        Assert.Equal("critical", told.RootElement.GetProperty("level").GetString());
        Assert.DoesNotContain("DOTNET", folder.Read("out.env"));
    }

    [Theory]
    [InlineData("/bin/false", "Later")]
    [InlineData("/no/such/program", "Broken")]
    public async Task Command_SaysWhetherItTookIt(string program, string expected)
    {
        using var channel = new CommandChannel(Alerting.Rules, [program], TimeProvider.System);

        Assert.Equal(expected, (await channel.Send(Message, TestContext.Current.CancellationToken)).GetType().Name);
    }

    private static HttpListener Listen(out string url)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(url + "/");
        listener.Start();
        return listener;
    }
}
