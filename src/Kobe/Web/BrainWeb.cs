using System.Runtime.CompilerServices;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Logging;

namespace Kobe.Web;

/// <summary>The brain's web side: the one door for code that must not load the web server before it needs it.</summary>
internal sealed class BrainWeb : IDisposable
{
    private readonly WebServer _server;

    private BrainWeb(WebServer server) => _server = server;

    /// <summary>Where it answers.</summary>
    public IReadOnlyList<string> Urls => _server.Urls;

    /// <summary>Starts to answer; waits until it listens.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="state">The state directory, which holds the tokens.</param>
    /// <param name="board">Where the loop shows itself.</param>
    /// <param name="health">Judges.</param>
    /// <param name="log">Gets what fails; its redaction is the answers' too.</param>
    /// <exception cref="Files.UserError">An address is taken, or a token is not fit.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BrainWeb Start(
        WebSettings config, string state, BrainBoard board, BrainHealth health, Log log)
    {
        var tokens = ApiTokens.Load(state, log.Redaction);
        var routes = new HealthPages(board, health, log.Redaction).Routes()
            .Concat(new BrainPages(board, log.Redaction).Routes());
        var router = new Router(
            new(config.Hosts), tokens, routes, error => log.Error("web", "A request failed.", error));
        return new(WebServer.Start(config, router.Respond, CancellationToken.None).GetAwaiter().GetResult());
    }

    /// <summary>Stops to answer, within limits.</summary>
    public void Dispose() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
