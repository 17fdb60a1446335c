namespace Kobe.Plugins.Journals;

/// <summary>Takes a journal file apart into lines, while the brain may be writing to it.</summary>
internal static class JournalLines
{
    // The longest line that is written has 64 KiB; what doesn't fit here is damage.
    private const int BufferBytes = 256 * 1024;

    /// <summary>The lines without their line feeds, each valid until the next is asked for.</summary>
    /// <remarks>
    /// Blank lines are given too: room that was written ahead. Text behind the last line feed counts as a line. A line
    /// that is too long comes in pieces, none of which is whole.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="from">The lines of this instant and later, and some before it; null: all.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(string path, DateTimeOffset? from = null)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        file.Position = from is { } instant ? JournalSeek.Of(file, instant) : 0;
        var buffer = new byte[BufferBytes];
        var filled = 0;
        int read;
        while ((read = file.Read(buffer, filled, BufferBytes - filled)) > 0)
        {
            filled += read;
            var start = 0;
            int length;
            while ((length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
            }

            if (start == 0 && filled == BufferBytes)
            {
                yield return buffer;
                start = filled;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        if (filled > 0)
        {
            yield return buffer.AsMemory(0, filled);
        }
    }
}
