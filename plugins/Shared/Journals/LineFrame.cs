using System.Buffers.Text;

namespace Kobe.Plugins.Journals;

/// <summary>The documented frame of a journal line: <c>{"seq":N,…,"crc":"XXXXXXXX"}</c>.</summary>
internal static class LineFrame
{
    private const int DigitCount = 8;

    /// <summary>What is wrong with a line, in words; null when it is whole.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="seq">Its sequence number.</param>
    public static string? Problem(ReadOnlySpan<byte> line, out long seq)
    {
        seq = 0;
        var member = ",\"crc\":\""u8;
        var end = "\"}"u8;
        var guarded = line.Length - member.Length - DigitCount - end.Length;
        if (guarded <= 0 || !line[guarded..].StartsWith(member) || !line.EndsWith(end))
        {
            return "no checksum at its end";
        }

        var digits = line.Slice(guarded + member.Length, DigitCount);
        if (!Utf8Parser.TryParse(digits, out uint crc, out var used, 'x') || used != DigitCount
            || crc != Crc32C.Of(line[..guarded]))
        {
            return "a wrong checksum";
        }

        var start = "{\"seq\":"u8;
        return line.StartsWith(start) && Utf8Parser.TryParse(line[start.Length..], out seq, out _) && seq > 0
            ? null
            : "no sequence number";
    }
}
