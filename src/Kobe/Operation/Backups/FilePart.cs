using System.Security.Cryptography;

namespace Kobe.Operation.Backups;

/// <summary>The first bytes of a file that may still grow, hashed as they are read.</summary>
internal sealed class FilePart : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream _file;
    private long _read;

    public FilePart(FileStream file, long length)
    {
        _file = file;
        Length = length;
        file.Position = 0;
    }

    public override long Length { get; }

    public override bool CanRead => true;

    // A tar entry's length is written before its content, and only asked of a stream that can seek.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("It is read once, from its beginning.");
    }

    /// <summary>The length up to the end of the last whole line.</summary>
    public static long WholeLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }

    /// <summary>The hash of what was read, 64 lower-case hex digits.</summary>
    /// <exception cref="IOException">The file got shorter while it was read.</exception>
    public string Hash() => _read == Length
        ? Convert.ToHexStringLower(_hash.GetCurrentHash())
        : throw new IOException($"{_file.Name} got shorter while it was read; try again.");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _file.Read(buffer[..(int)Math.Min(buffer.Length, Length - _read)]);
        _hash.AppendData(buffer[..read]);
        _read += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
