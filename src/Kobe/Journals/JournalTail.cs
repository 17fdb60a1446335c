using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>The last events of a journal, without reading the rest of it.</summary>
internal static class JournalTail
{
    // The events of a moment, even of a bad one, and the room that may be written ahead of them.
    private const int BytesMax = 1280 * 1024;

    /// <summary>The events of the last moment that the newest file tells of, oldest first; none when there is no
    /// journal.</summary>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="moment">How long before the last event that is.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    public static IReadOnlyList<RunEvent> Last(string folder, TimeSpan moment)
    {
        var newest = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.jsonl").Max(StringComparer.Ordinal) : null;
        if (newest is null)
        {
            return [];
        }

        var events = new List<RunEvent>();
        var names = new NamePool();
        ReadOnlySpan<byte> rest = Tail(newest);
        while (rest.IndexOf((byte)'\n') is var end and >= 0)
        {
            var line = rest[..end];
            rest = rest[(end + 1)..];
            if (JournalLine.IsWhole(line) && RunEventReader.TryRead(line, names, out var entry, out _))
            {
                events.Add(entry.Event);
            }
        }

        return events is [.., var last] ? [.. events.Where(what => what.At >= last.At - moment)] : [];
    }

    // A running day has up to a mebibyte of blank lines ahead: the text ends where they begin.
    private static byte[] Tail(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Min(file.Length, BytesMax)];
        file.Position = file.Length - bytes.Length;
        file.ReadExactly(bytes);
        return bytes;
    }
}
