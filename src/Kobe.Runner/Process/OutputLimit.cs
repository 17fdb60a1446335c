using System.Text;

namespace Kobe.Runner.Process;

/// <summary>Console output of plugins on its way to the brain, cut off for each run where the limit is.</summary>
/// <remarks>What goes around it (children, native code) meets the same limit in the brain.</remarks>
internal sealed class OutputLimit(Stream output, int limit) : TextWriter
{
    private volatile int left;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>A new run may say as much again.</summary>
    public void Begin() => left = limit;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        Write('\n');
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var room = left;
        if (room <= 0)
        {
            return;
        }

        // One character is at least one byte, so this never cuts what there was room for.
        Span<byte> bytes = new byte[Encoding.UTF8.GetMaxByteCount(Math.Min(buffer.Length, room))];
        var written = Encoding.UTF8.GetBytes(buffer[..Math.Min(buffer.Length, room)], bytes);
        left = room - written;
        output.Write(bytes[..written]);
    }
}
