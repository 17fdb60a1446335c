using System.Text.Json;
using Kobe.Operation;

namespace Kobe.CommandLine;

/// <summary>A status document and where it comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Trouble">Why it is not a running brain's, in a sentence; null when it is.</param>
internal sealed record FoundStatus(JsonDocument Document, string? Trouble) : IDisposable
{
    private const string Path = "/api/v1/status";

    /// <summary>Asks the running brain; when none answers, reads what the last one left.</summary>
    public static FoundStatus Find(string state)
    {
        // Every brain makes the lock first and never deletes it; a page for people may lie there without one. Somebody
        // may have deleted it beside a running brain.
        if (!File.Exists(System.IO.Path.Combine(state, SingleInstanceLock.FileName)) && LiveBrain.Find(state) is null)
        {
            return new(LeftStatus.Read(state),
                $"No brain ran here: '{state}' is no state directory. Name another with --state DIR.");
        }

        return Ask(state, out var trouble) is { } answer
            ? new(JsonDocument.Parse(answer), null)
            : new(LeftStatus.Read(state), $"{trouble} This is what the last one left in '{state}'.");
    }

    /// <inheritdoc/>
    public void Dispose() => Document.Dispose();

    private static byte[]? Ask(string state, out string trouble)
    {
        trouble = "No brain runs.";
        if (LiveBrain.Find(state) is not { } brain)
        {
            return null;
        }

        try
        {
            var answer = BrainClient.Get(brain, state, Path);
            trouble = $"The brain with pid {brain.Pid} answers {answer.Status} at {brain.Url}.";
            return answer.Status == 200 ? answer.Body : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            trouble = $"The brain with pid {brain.Pid} does not answer at {brain.Url}: {error.Message}";
            return null;
        }
    }
}
