using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>Puts line behind line into day files: rotation, room ahead, and what a failed write leaves.</summary>
internal sealed class DayWriter : IDisposable
{
    // A usual day needs less room than this many times what is reserved; one that needs more gets up to 1 MiB ahead.
    private const int BlanksBefore = 4;
    private const int BlanksMax = 16;

    private readonly IJournalMedium _medium;
    private readonly JournalOptions _options;
    private readonly List<DayFile> _files;
    private readonly byte[] _blank;
    private IJournalFile? _file;
    private long _end;
    private long _reserved;
    private long _unsyncedFrom = -1;

    public DayWriter(
        IJournalMedium medium, JournalOptions options, IReadOnlyList<DayFile> files, IJournalFile? last, long end)
    {
        _medium = medium;
        _options = options;
        _files = [.. files];
        _file = last;
        _end = end;
        _reserved = last?.Length ?? 0;
        _blank = new byte[options.ReserveBytes];
        _blank.AsSpan().Fill((byte)'\n');
    }

    /// <summary>The day files, oldest first; the last is the one that is written.</summary>
    public IReadOnlyList<DayFile> Files => _files;

    public bool IsSynced => _unsyncedFrom < 0;

    /// <summary>Set when nobody knows what the disk has: nothing may be written any more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Writes one line; when that fails nothing of it is left, or <see cref="IsBroken"/> is set.</summary>
    /// <exception cref="PosixException">It is not written.</exception>
    public void Write(DateOnly date, long seq, ReadOnlySpan<byte> line)
    {
        // A clock that went back does not bring back an older file: the newest goes on.
        if (_file is null || (date > _files[^1].Date && !_files.Exists(file => file.Date == date)))
        {
            Rotate(date, seq);
        }

        if (!IsSynced && _unsyncedFrom / _options.PageBytes != _end / _options.PageBytes)
        {
            Sync();
        }

        Reserve(line.Length);
        try
        {
            _file!.Write(_end, line);
        }
        catch (PosixException)
        {
            CutBack();
            throw;
        }

        if (_end == 0)
        {
            _files[^1] = _files[^1] with { FirstSeq = seq };
        }

        _unsyncedFrom = IsSynced ? _end : _unsyncedFrom;
        _end += line.Length;
    }

    /// <exception cref="PosixException">It is not durable, and <see cref="IsBroken"/> is set.</exception>
    public void Sync()
    {
        if (IsSynced)
        {
            return;
        }

        try
        {
            _file!.Sync();
            _unsyncedFrom = -1;
        }
        catch (PosixException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>Lets nothing be written any more.</summary>
    public void Break() => IsBroken = true;

    /// <summary>Deletes the oldest file, which must not be the one that is written.</summary>
    public void DeleteOldest()
    {
        _medium.Delete(_files[0].Name);
        _files.RemoveAt(0);
    }

    public void Dispose() => Finish();

    private void Rotate(DateOnly date, long seq)
    {
        // The old file is durable before the new one exists: only the newest can end in the middle of a line.
        Sync();
        var name = JournalFileName.Of(date);
        var file = _medium.Create(name);
        Finish();
        _file = file;
        _end = _reserved = 0;
        _files.Add(new DayFile(name, date, seq));
    }

    private void Reserve(int bytes)
    {
        if (_options.ReserveBytes == 0 || _end + bytes <= _reserved)
        {
            return;
        }

        try
        {
            // Each change of the length costs the next sync milliseconds, so a day that writes much takes more at once.
            var times = Math.Clamp(_end / (BlanksBefore * _blank.Length), 1, BlanksMax);
            for (var from = Math.Max(_end, _reserved); times > 0; times--, from += _blank.Length)
            {
                _file!.Write(from, _blank);
                _reserved = from + _blank.Length;
            }
        }
        catch (PosixException)
        {
            // No room ahead is no reason not to try the line itself.
            CutBack();
        }
    }

    private void CutBack()
    {
        try
        {
            _file!.Truncate(_end);
            _reserved = _end;
        }
        catch (PosixException)
        {
            IsBroken = true;
        }
    }

    private void Finish()
    {
        try
        {
            if (_file is not null && _reserved > _end && !IsBroken)
            {
                _file.Truncate(_end);
            }
        }
        catch (PosixException)
        {
            // Blank lines at a file's end are allowed; they only look odd.
        }
        finally
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
