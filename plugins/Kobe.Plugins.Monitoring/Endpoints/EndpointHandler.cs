using System.Globalization;
using System.Net;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Endpoints;

/// <summary>Asks the brain over HTTP as a stranger on this machine would: without a token.</summary>
[Handler("monitoring.endpoint", Arguments = typeof(EndpointArguments),
    About = "Asks a path of the brain without a token: what it answers, and how fast.")]
[Effects(Effects.None)]
public sealed class EndpointHandler : ITaskHandler
{
    private const int BytesMax = 4 * 1024 * 1024;
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EndpointArguments>();
        var state = Places.State(arguments.State);
        if (StateFile.Read(Path.Combine(state, "brain.json"), out var problem) is not { } brain)
        {
            return problem is null
                ? new TaskResult.Skipped($"{state} has no brain.json: no brain answers over HTTP.")
                : new TaskResult.Failed(problem);
        }

        if (!Uri.TryCreate(brain.Text("url"), UriKind.Absolute, out var address)
            || !Uri.TryCreate(address, arguments.Path, out var url))
        {
            return new TaskResult.Skipped("The brain has no address: it was started without HTTP.");
        }

        // Only this machine is asked, whatever a file or a row says.
        return url.IsLoopback && url.Host == address.Host && url.Port == address.Port
            ? await AskAsync(context, arguments, url, cancellation).ConfigureAwait(false)
            : new TaskResult.Fatal($"{url} is not the brain on this machine.");
    }

    private static async Task<TaskResult> AskAsync(
        TaskContext context, EndpointArguments arguments, Uri url, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { Timeout = WaitMax, MaxResponseContentBufferSize = BytesMax };
        var begun = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(url, cancellation).ConfigureAwait(false);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return Judged(
                context, arguments, answer.StatusCode, TimeProvider.System.GetElapsedTime(begun), body.Length);
        }
        catch (Exception refused) when (refused is HttpRequestException
            || (refused is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new TaskResult.Failed($"{url} does not answer: {refused.Message}");
        }
    }

    private static TaskResult.Succeeded Judged(
        TaskContext context, EndpointArguments arguments, HttpStatusCode status, TimeSpan took, long bytes)
    {
        var right = arguments.Status is { Count: > 0 } listed ? listed : ["200"];
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var findings = new List<Finding>();
        if (!right.Contains(code))
        {
            findings.Add(new(
                "status", $"{arguments.Path} answers {code} to a stranger; {string.Join(" or ", right)} is right."));
        }

        if (took.TotalMilliseconds > arguments.LimitMs)
        {
            findings.Add(new(
                "slow", $"{arguments.Path} took {Words.Of(took)}; {arguments.LimitMs} ms are tolerated."));
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("status", (int)status).WithCount("ms", (long)took.TotalMilliseconds)
                .WithCount("bytes", bytes),
            arguments.Fact,
            new EndpointSight(open.Count == 0, open, (int)status, (long)took.TotalMilliseconds, bytes));
    }
}
