using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>One event's line in a journal: its object, with <c>crc</c> as the last member, and a line feed.</summary>
/// <remarks>
/// <c>{"seq":1,"at":"…","e":"…",…,"crc":"1a2b3c4d"}</c>: the checksum is <see cref="Crc32C"/> over the bytes before
/// <c>,"crc"</c>, eight lower-case hex digits, so a frame's end has a fixed length and is found without parsing.
/// Source: semantics, "Crash". One instance serves one writer and reuses its buffers.
/// </remarks>
public sealed class JournalLine : IDisposable
{
    private static readonly byte[] CrcMember = ",\"crc\":\""u8.ToArray();
    private const int CrcDigits = 8;
    private const int FrameEndLength = 8 + CrcDigits + 2;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;

    /// <summary>A framer with buffers of its own.</summary>
    public JournalLine() => _writer = new Utf8JsonWriter(_buffer, JsonWriting.Options);

    /// <summary>The line of one event, its line feed included; valid until the next call.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="RunLimits.LineBytesMax"/>.</exception>
    public ReadOnlySpan<byte> Write(long seq, RunEvent what)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        RunEventText.Write(_writer, seq, what);
        _writer.Flush();

        var guarded = _buffer.WrittenCount - 1;
        var crc = Crc32C.Of(_buffer.WrittenSpan[..guarded]);

        // The object's closing brace is overwritten by the frame's end, which brings it back.
        var line = _buffer.GetSpan(FrameEndLength);
        _buffer.Advance(FrameEndLength);
        var end = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_buffer.WrittenMemory).Span[guarded..];
        CrcMember.CopyTo(end);
        Utf8Formatter.TryFormat(crc, end[CrcMember.Length..], out _, new StandardFormat('x', CrcDigits));
        "\"}\n"u8.CopyTo(end[(CrcMember.Length + CrcDigits)..]);
        return _buffer.WrittenCount <= RunLimits.LineBytesMax
            ? _buffer.WrittenSpan
            : throw new ArgumentException(
                $"A journal line may be {RunLimits.LineBytesMax} bytes; this event makes {_buffer.WrittenCount}.",
                nameof(what));
    }

    /// <summary>Whether a line, without its line feed, has its frame and the frame's checksum is right.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line) => IsWhole(line, out _);

    /// <summary>As the other, and tells the checksum.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="crc">The checksum that stands in it.</param>
    public static bool IsWhole(ReadOnlySpan<byte> line, out uint crc)
    {
        crc = 0;
        if (line.Length <= FrameEndLength || line[0] != '{')
        {
            return false;
        }

        var end = line[^FrameEndLength..];
        return end[..CrcMember.Length].SequenceEqual(CrcMember)
            && end[^2..].SequenceEqual("\"}"u8)
            && TryHex(end.Slice(CrcMember.Length, CrcDigits), out crc)
            && crc == Crc32C.Of(line[..^FrameEndLength]);
    }

    /// <summary>The sequence number of a whole line, the rest unread; -1 when it does not begin with one.</summary>
    public static long SeqOf(ReadOnlySpan<byte> line)
    {
        var start = "{\"seq\":"u8;
        return line.StartsWith(start)
            && Utf8Parser.TryParse(line[start.Length..], out long seq, out var used)
            && start.Length + used < line.Length
            && line[start.Length + used] == ','
            && seq > 0 ? seq : -1;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    // Only the form that is written: upper-case digits would be a changed line.
    private static bool TryHex(ReadOnlySpan<byte> digits, out uint value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            var nibble = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                _ => -1,
            };
            if (nibble < 0)
            {
                return false;
            }

            value = (value << 4) | (uint)nibble;
        }

        return true;
    }
}
