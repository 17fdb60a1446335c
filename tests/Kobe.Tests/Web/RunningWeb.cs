using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Control;
using Kobe.Logging;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;
using Kobe.Views;
using Kobe.Web;

namespace Kobe.Tests.Web;

/// <summary>A brain's web side on a free port, with a state directory of its own.</summary>
internal sealed class RunningWeb : IDisposable
{
    public RunningWeb()
    {
        Log = new(LogLevel.Debug, Time, new(), ("list", Sink));
        Board = new(Time);
        Pulse = new(Board, Folder.At(Pulse.FileName), TimeSpan.FromSeconds(30), Log);
        Web = BrainWeb.Start(Settings(), Subject);
        Client = new() { BaseAddress = new(Web.Urls[0]) };
    }

    public SteppedTime Time { get; } = new(SteppedTime.Monday);

    public TemporaryFolder Folder { get; } = new();

    public ListSink Sink { get; } = new();

    public Log Log { get; }

    public BrainBoard Board { get; }

    public Pulse Pulse { get; }

    public BrainWeb Web { get; }

    /// <summary>Where requests for the loop arrive.</summary>
    public Inbox Inbox { get; } = new();

    public EventFeed Feed { get; } = new();

    public WebSubject Subject => new(
        Folder.Path, Board, new(Board, Pulse), new(Inbox, TimeProvider.System, () => throw new Kobe.Files.UserError("bad rows")),
        Feed, Metrics, () => (3, 1), Log);

    public BrainMetrics Metrics { get; } = new();

    public HttpClient Client { get; }

    public string ReadToken => Folder.Read(ApiTokens.ReadFile).Trim();

    public string ControlToken => Folder.Read(ApiTokens.ControlFile).Trim();

    public static WebSettings Settings(string url = "http://127.0.0.1:0") =>
        new([ListenUrl.Read(url).Value!], AllowRemote: false, Hosts: []);

    public async Task<HttpResponseMessage> Get(
        string path, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Answers whatever is asked of the loop, at once.</summary>
    public void Obey(Func<ControlRequest, ControlAnswer>? answer = null) => Inbox.Arrived = () =>
    {
        while (Inbox.TryTake(out var message))
        {
            var ask = (BrainMessage.Ask)message;
            Asked.Enqueue(ask.Request);
            ask.Tell!((answer ?? (request => ControlAnswer.Done("so be it")))(ask.Request));
        }
    };

    /// <summary>What reached the loop.</summary>
    public ConcurrentQueue<ControlRequest> Asked { get; } = new();

    public async Task<HttpResponseMessage> Post(
        string path, string? token, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = new(value);
                continue;
            }

            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Client.Dispose();
        Web.Dispose();
        Log.Dispose();
        Folder.Dispose();
    }
}
