using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kobe.Operation;
using Kobe.Web;

namespace Kobe.CommandLine.Steering;

/// <summary>One changing call to the running brain, with the token of the state directory.</summary>
internal static class SteeringCall
{
    // Longer than the door waits for the loop.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Calls.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="path">The path.</param>
    /// <param name="reason">Why.</param>
    /// <param name="members">Writes the body's other members.</param>
    public static SteeringAnswer Post(
        string state, string path, string reason, Action<Utf8JsonWriter>? members = null)
    {
        if (!Directory.Exists(state))
        {
            return new(ExitCode.BadInput, null,
                $"'{state}' is no state directory. Name the brain's with --state DIR.");
        }

        if (LiveBrain.Find(state) is not { } brain)
        {
            return new(ExitCode.Failed, null, $"No brain runs on '{state}'. Start it with kobe run.")
            {
                NobodyTookIt = true,
            };
        }

        try
        {
            return Read(BrainClient.Post(brain, state, path, NewKey(), Body(reason, members), Limit));
        }
        catch (UnauthorizedAccessException)
        {
            return new(ExitCode.Refused, null,
                $"You may not read {Path.Combine(state, ApiTokens.ControlFile)}: "
                + "control is for the owner of the brain.");
        }
        catch (IOException error)
        {
            return new(ExitCode.Failed, null,
                $"The brain with pid {brain.Pid} does not answer at {brain.Url}: {error.Message}")
            {
                NobodyTookIt = true,
            };
        }
    }

    /// <summary>A name as a part of a path.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name);

    // No two calls of this machine have it: the clock that is read goes on from start to start.
    private static string NewKey() => Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "-"
        + Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);

    private static SteeringAnswer Read(BrainAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement.Clone();
            var words = root.TryGetProperty(answer.Status < 400 ? "message" : "detail", out var text)
                ? text.GetString() ?? ""
                : $"The brain answers {answer.Status}.";
            return new(CodeOf(answer.Status), root, words) { NobodyTookIt = answer.Status is 202 or 503 };
        }
        catch (JsonException)
        {
            return new(ExitCode.Failed, null, $"The brain answers {answer.Status} with no document.")
            {
                NobodyTookIt = true,
            };
        }
    }

    private static int CodeOf(int status) => status switch
    {
        200 => ExitCode.Fine,
        400 or 404 or 413 or 415 or 422 => ExitCode.BadInput,
        401 or 403 or 429 => ExitCode.Refused,
        _ => ExitCode.Failed,
    };

    private static ReadOnlySpan<byte> Body(string reason, Action<Utf8JsonWriter>? members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("by", SteeringOptions.Actor);
            writer.WriteString("reason", reason);
            members?.Invoke(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
