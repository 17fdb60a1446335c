using System.Runtime.CompilerServices;
using Kobe.Config;

namespace Kobe.Web;

/// <summary>The brain's web side: the one door for code that must not load the web server before it needs it.</summary>
internal sealed class BrainWeb : IDisposable
{
    private readonly WebServer _server;
    private readonly WebSubject _brain;

    private BrainWeb(WebServer server, WebSubject brain) => (_server, _brain) = (server, brain);

    /// <summary>Where it answers.</summary>
    public IReadOnlyList<string> Urls => _server.Urls;

    /// <summary>Starts to answer; waits until it listens.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="brain">What is spoken for.</param>
    /// <exception cref="Files.UserError">An address is taken, or a token is not fit.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BrainWeb Start(WebSettings config, WebSubject brain)
    {
        var redaction = brain.Log.Redaction;
        var tokens = ApiTokens.Load(brain.State, redaction);
        var (board, journal) = (brain.Board, Path.Combine(brain.State, "journal"));
        RouteTable? routes = null;
        routes = new RouteTable(
            [
                .. new HealthPages(board, brain.Health, redaction).Routes(),
                .. new BrainPages(board, redaction).Routes(),
                .. new SchedulePages(board, journal).Routes(),
                .. new HistoryPages(journal, board, redaction).Routes(),
                .. new RunPages(journal, board, brain.Feed, redaction).Routes(),
                .. new OncePages(board).Routes(),
                .. new EventPages(journal, board, brain.Feed, redaction).Routes(),
                .. new ControlPages(brain.Door, redaction, board.Time).Routes(),
                .. new ClassicPages(board, redaction).Routes(),
                .. new MetricsPages(board, brain.Metrics, brain.Alerts).Routes(),
                .. new OpenApiPages(() => routes!.All).Routes(),
            ]);
        var router = new Router(new(config.Hosts), tokens, routes, new(board.Time), brain.Log);
        return new(
            WebServer.Start(config, router.Respond, CancellationToken.None).GetAwaiter().GetResult(), brain);
    }

    /// <summary>Stops to answer, within limits.</summary>
    public void Dispose()
    {
        _brain.Feed.Close();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
