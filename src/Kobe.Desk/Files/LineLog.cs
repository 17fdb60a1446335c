using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.Desk.Files;

/// <summary>An append-only file of JSON lines, each with a checksum, on disk before a call returns.</summary>
/// <remarks>
/// The form of the journal's lines: one object whose last member <c>crc</c> is CRC32C over the bytes before
/// <c>,"crc"</c>. A torn last line is cut off; a bad line with good ones behind it is refused. After a failed write the
/// file is shut: nothing more is acknowledged until it is opened, and read, again.
/// </remarks>
internal sealed class LineLog : IDisposable
{
    private const int LineBytesMax = 1 << 20;
    private static ReadOnlySpan<byte> CrcMember => ",\"crc\":\""u8;

    private readonly FileStream _file;
    private bool _broken;

    private LineLog(string path, FileStream file, IReadOnlyList<JsonElement> lines)
    {
        (Path, _file, Lines) = (path, file, lines);
    }

    public string Path { get; }

    /// <summary>Whether a write failed: nothing more is acknowledged.</summary>
    public bool IsBroken => _broken;

    /// <summary>The lines that were there when it was opened.</summary>
    public IReadOnlyList<JsonElement> Lines { get; }

    /// <summary>Opens or makes a file, reads it and cuts off a torn end.</summary>
    /// <exception cref="InvalidDataException">A line before the last one is damaged.</exception>
    public static LineLog Open(string path)
    {
        var isNew = !File.Exists(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            // Whole lines are written at once; what a full disk refused must not be written later, when it is closed.
            BufferSize = 0,
        };
        if (isNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        try
        {
            if (isNew)
            {
                LibC.SyncDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var (lines, good) = Read(path, bytes);
            if (good < bytes.Length)
            {
                file.SetLength(good);
                file.Flush(flushToDisk: true);
            }

            file.Position = good;
            return new LineLog(path, file, lines);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The lines of a file that another may be writing; a torn last line is passed over.</summary>
    public static IReadOnlyList<JsonElement> Peek(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Read(path, bytes).Lines;
    }

    /// <summary>Appends lines and waits until they are on disk.</summary>
    /// <param name="writes">Each writes the members of one object.</param>
    /// <exception cref="IOException">They are not all on disk; the log takes no more.</exception>
    public void Append(params ReadOnlySpan<Action<Utf8JsonWriter>> writes)
    {
        if (_broken)
        {
            throw new IOException($"{Path} could not be written before. Nothing is taken until it is opened again.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        foreach (var write in writes)
        {
            buffer.Write(Line(write));
        }

        var start = _file.Position;
        try
        {
            _file.Write(buffer.WrittenSpan);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _broken = true;
            TryCut(start);
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    // The torn bytes must not stand before the next line; if even that fails, the next opening cuts them.
    private void TryCut(long length)
    {
        try
        {
            _file.SetLength(length);
        }
        catch (IOException)
        {
            return;
        }
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        var body = buffer.WrittenSpan[..^1];
        var crc = Crc32C.Of(body).ToString("x8", CultureInfo.InvariantCulture);
        return [.. body, .. CrcMember, .. Encoding.ASCII.GetBytes(crc), .. "\"}\n"u8];
    }

    private static (IReadOnlyList<JsonElement> Lines, int Good) Read(string path, ReadOnlySpan<byte> bytes)
    {
        var lines = new List<JsonElement>();
        var (at, number) = (0, 0);
        while (at < bytes.Length)
        {
            number++;
            var length = bytes[at..].IndexOf((byte)'\n');
            var line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
            if (length < 0 || !TryParse(line, out var element))
            {
                return bytes[(at + line.Length)..].IndexOfAnyExcept((byte)'\n') < 0
                    ? (lines, at)
                    : throw new InvalidDataException(
                        $"{path}:{number}: this line is damaged and others follow it. Restore the file from a backup.");
            }

            lines.Add(element);
            at += length + 1;
        }

        return (lines, at);
    }

    private static bool TryParse(ReadOnlySpan<byte> line, out JsonElement element)
    {
        element = default;
        var crc = line.LastIndexOf(CrcMember);
        if (crc < 0 || line.Length > LineBytesMax
            || !uint.TryParse(
                Encoding.ASCII.GetString(line[(crc + CrcMember.Length)..^2]), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out var said)
            || said != Crc32C.Of(line[..crc]))
        {
            return false;
        }

        var reader = new Utf8JsonReader(line);
        element = JsonElement.ParseValue(ref reader);
        return true;
    }
}
