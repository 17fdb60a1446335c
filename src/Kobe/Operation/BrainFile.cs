using System.Text.Json;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Views;

namespace Kobe.Operation;

/// <summary>brain.json: where the running brain answers.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Url">Its address, as a client on this machine calls it.</param>
/// <param name="StartedAt">Since when it runs, UTC.</param>
internal sealed record BrainFile(int Pid, string Url, DateTimeOffset StartedAt)
{
    /// <summary>The file's name in the state directory.</summary>
    public const string FileName = "brain.json";

    /// <summary>Writes it.</summary>
    /// <param name="state">The state directory.</param>
    public void Write(string state) =>
        AtomicFile.Write(Path.Combine(state, FileName), JsonBytes.OfFile(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("pid", Pid);
            writer.WriteString("url", Callable(Url));
            writer.WriteString("started", Instants.Utc(StartedAt));
            writer.WriteEndObject();
        }));

    /// <summary>Deletes it, when the brain ends.</summary>
    public static void Delete(string state) => File.Delete(Path.Combine(state, FileName));

    /// <summary>Reads it; null when it is missing or was not written by a brain.</summary>
    public static BrainFile? Read(string state)
    {
        using var document = StateFiles.Read(state, FileName);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var root = document.RootElement;
        return root.TryGetProperty("pid", out var pid) && pid.ValueKind == JsonValueKind.Number
            && pid.TryGetInt32(out var number)
            && root.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String
            && url.GetString() is { } text && ListenUrl.Read(text).Problem is null
            && root.TryGetProperty("started", out var started) && started.ValueKind == JsonValueKind.String
            && started.TryGetDateTimeOffset(out var at)
            ? new(number, text, at)
            : null;
    }

    // Every address of the machine is listened on: the nearest one is loopback.
    private static string Callable(string url) => url
        .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
        .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);
}
