using System.Buffers;
using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>Takes a file apart into lines, in one buffer whatever the file's length.</summary>
/// <param name="file">The file; not closed here.</param>
internal sealed class LineReader(IJournalFile file) : IDisposable
{
    // Several times the longest line: a line that does not fit is damaged, whatever it is.
    private const int BufferBytes = 256 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private long _bufferAt;
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>Where the present line begins, in bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>The present line's number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the present line ends with a line feed, as a written one does.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>Goes to the next line; false at the file's end.</summary>
    /// <param name="line">The line without line feed, valid until the next call. Of an overlong one, its end.</param>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        Offset = _bufferAt + _start;
        Number++;
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = _buffer.AsSpan(_start, searched + feed);
                _start += searched + feed + 1;
                HasEnd = true;
                return true;
            }

            searched = _end - _start;
            if (_atEnd)
            {
                line = _buffer.AsSpan(_start, searched);
                _start = _end;
                HasEnd = false;
                return searched > 0;
            }

            Fill();
            // An overlong line lost its beginning, so the search must not skip what it has not seen.
            searched = 0;
        }
    }

    /// <summary>Gives the buffer back; the last line is no longer valid.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Fill()
    {
        // Room for more: what is read goes; of a line that fills the whole buffer only the end stays.
        var keepFrom = _end - _start == BufferBytes ? _end - RunLimits.LineBytesMax : _start;
        _buffer.AsSpan(keepFrom, _end - keepFrom).CopyTo(_buffer);
        _bufferAt += keepFrom;
        _end -= keepFrom;
        _start = 0;
        var read = file.Read(_bufferAt + _end, _buffer.AsSpan(_end, BufferBytes - _end));
        _atEnd = read < BufferBytes - _end;
        _end += read;
    }
}
