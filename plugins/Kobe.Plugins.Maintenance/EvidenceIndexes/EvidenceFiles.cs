using System.Text.Json;
using Kobe.Plugins.Journals;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>Finds the files that attempts showed for themselves.</summary>
internal static class EvidenceFiles
{
    /// <summary>The folder of the indexes.</summary>
    public const string Folder = "evidence";

    /// <summary>The files that a journal line shows; none for most lines.</summary>
    public static IEnumerable<EvidenceLine> Of(ReadOnlyMemory<byte> line)
    {
        // Most lines show none: they are not taken apart.
        if (line.Span.IndexOf("\"outputs\":[{"u8) < 0 || !JournalNote.TryRead(line.Span, ["ended"], out var note)
            || note.Key is null)
        {
            yield break;
        }

        var ended = JsonElement.Parse(line.Span);
        if (!ended.TryGetProperty("evidence", out var evidence) || !evidence.TryGetProperty("outputs", out var outputs)
            || outputs.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var output in outputs.EnumerateArray())
        {
            if (output.Text("path") is { } path && output.Text("sha256") is { } hash)
            {
                yield return new(note.Key, note.At, path, hash, output.Number("bytes"));
            }
        }
    }

    /// <summary>The lines of an index.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="JsonException">A line is none.</exception>
    public static IEnumerable<EvidenceLine> Read(string path) =>
        File.ReadLines(path).Select(line => JsonSerializer.Deserialize<EvidenceLine>(line)!);
}
