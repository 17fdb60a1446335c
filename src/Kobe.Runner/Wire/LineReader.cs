namespace Kobe.Runner.Wire;

/// <summary>Reads messages from a pipe, one a line.</summary>
/// <param name="pipe">The pipe.</param>
/// <param name="wait">How its messages are waited for; null: asleep.</param>
internal sealed class LineReader(Stream pipe, QuickWait? wait = null)
{
    /// <summary>The longest message; anything longer is no message of ours.</summary>
    public const int LineMax = 16 * 1_048_576;

    private byte[] buffer = new byte[16_384];
    private int start;
    private int end;

    /// <summary>Waits for the next line.</summary>
    /// <param name="line">Without its end; valid until the next call.</param>
    /// <returns>False when the other end has closed.</returns>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = buffer.AsMemory(start, searched + found - start);
                start = searched + found + 1;
                return true;
            }

            searched = MakeRoom();
            wait?.Begin();
            var read = pipe.Read(buffer, end, buffer.Length - end);
            wait?.End();
            if (read == 0)
            {
                line = default;
                return false;
            }

            end += read;
        }
    }

    // Returns where what hasn't been searched yet will begin.
    private int MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (end >= LineMax)
            {
                throw new InvalidDataException($"A message is longer than {LineMax} bytes.");
            }

            Array.Resize(ref buffer, end * 2);
        }

        return end;
    }
}
