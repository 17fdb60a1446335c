using System.Text.Json;
using Kobe.Files;
using Kobe.Operation;

namespace Kobe.CommandLine.Steering;

/// <summary>One reading call to the running brain, with the token of the state directory.</summary>
internal static class BrainQuestion
{
    /// <summary>The document.</summary>
    /// <exception cref="UserError">No brain runs or answers.</exception>
    public static JsonDocument Get(string state, string path)
    {
        var brain = LiveBrain.Find(state) ?? throw new UserError(
            $"No brain runs on '{state}'. Start it with kobe run.", ExitCode.Failed);
        var answer = BrainClient.Get(brain, state, path);
        return answer.Status == 200
            ? JsonDocument.Parse(answer.Body)
            : throw new UserError($"The brain answers {answer.Status} at {brain.Url}.", ExitCode.Failed);
    }
}
