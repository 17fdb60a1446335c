using Kobe.Operation;

namespace Kobe.Logging;

/// <summary>The log in a file for its owner only; when it is full it becomes <c>.1</c>, and that <c>.2</c>.</summary>
/// <param name="lines">What lines look like.</param>
/// <param name="path">The file; its directory is made.</param>
/// <param name="sizeMax">The size in bytes at which it is put aside.</param>
/// <param name="keep">How many that were put aside are kept.</param>
internal sealed class FileSink(LogLines lines, string path, long sizeMax, int keep) : ILogSink
{
    private DiskFile? _file;
    private long _length;

    public void Write(IReadOnlyList<LogEntry> entries)
    {
        var bytes = lines.Of(entries);
        var file = _file ?? Open();
        if (_length > 0 && _length + bytes.Length > sizeMax)
        {
            file = Roll();
        }

        try
        {
            file.Write(_length, bytes);
            _length += bytes.Length;
        }
        catch (IOException)
        {
            // What was written of it stays behind the end, and the next lines overwrite it.
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private DiskFile Open()
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory)
        {
            OwnerDirectory.Make(directory);
        }

        _file = DiskFile.Open(path, Posix.ReadWrite | Posix.Create);
        _length = _file.Length;
        return _file;
    }

    private DiskFile Roll()
    {
        Close();
        File.Delete($"{path}.{keep}");
        for (var number = keep - 1; number >= 0; number--)
        {
            var from = number == 0 ? path : $"{path}.{number}";
            if (File.Exists(from))
            {
                File.Move(from, $"{path}.{number + 1}", overwrite: true);
            }
        }

        return Open();
    }

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }
}
