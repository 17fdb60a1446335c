using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>What the digest reads of a journal line.</summary>
/// <param name="Name">The event's name, such as <c>started</c>.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Key">The occurrence's key; for <c>bulk_missed</c> the task alone.</param>
/// <param name="Line">The whole line.</param>
internal readonly record struct JournalEvent(string Name, DateTimeOffset At, string Key, JsonElement Line)
{
    /// <summary>The id of the schedule's row.</summary>
    public string Task => Key.Split('@')[0];

    /// <summary>Reads a line that is whole; null when it is of no occurrence.</summary>
    /// <exception cref="JsonException">It is no JSON after all.</exception>
    public static JournalEvent? Read(ReadOnlySpan<byte> line)
    {
        var found = JsonElement.Parse(line);
        return found.Text("e") is { } name && found.Instant("at") is { } at
            && (found.Text("key") ?? found.Text("task")) is { } key
            ? new(name, at, key, found)
            : null;
    }
}
