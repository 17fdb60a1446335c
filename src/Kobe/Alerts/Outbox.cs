using Kobe.Operation;

namespace Kobe.Alerts;

/// <summary>The file of alerts that are not delivered yet. Any thread may use it.</summary>
/// <remarks>
/// The loop appends without a sync, which costs microseconds and outlives the process; whoever sends syncs first. While
/// the file is written anew the loop does not wait: what it could not append is appended by the next who can.
/// </remarks>
internal sealed class Outbox : IDisposable
{
    /// <summary>Its folder in the state directory.</summary>
    public const string Folder = "alerts";

    /// <summary>Its name there.</summary>
    public const string FileName = "outbox.jsonl";

    // Written anew beyond it; a day's alerts of a bad day fit.
    private const long LengthMax = 256 * 1024;

    // While the disk refuses, some megabytes of memory and not all of it.
    private const int UnwrittenMax = 20_000;

    // Beyond it nothing is read: nobody wrote that many alerts.
    private const long ReadMax = 64 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<OutboxEntry> _unwritten = new();
    private readonly Lock _queue = new();
    private readonly TimeSpan _keepTold;
    private readonly string _path;
    private DiskFile? _file;
    private long _length;
    private bool _unsynced;

    private Outbox(string path, TimeSpan keepTold)
    {
        _path = path;
        _keepTold = keepTold;
    }

    /// <summary>What the lines add up to; to be read before others append.</summary>
    public OutboxFold Fold { get; private set; } = new();

    /// <summary>Why the last write failed; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens the outbox of a state directory and reads what an earlier brain left.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="keepTold">For how long what was told is remembered, against repetition.</param>
    public static Outbox Open(string state, TimeSpan keepTold)
    {
        var outbox = new Outbox(Path.Combine(state, Folder, FileName), keepTold);
        lock (outbox._gate)
        {
            outbox.Try(outbox.Read);
        }

        return outbox;
    }

    /// <summary>Appends, or leaves it to the next who can; never waits for another thread's disk.</summary>
    public void Post(OutboxEntry entry)
    {
        Enqueue(entry);

        Drain();
    }

    /// <summary>Appends an entry and makes all durable.</summary>
    public void Write(OutboxEntry entry)
    {
        Enqueue(entry);
        Sync();
    }

    /// <summary>Makes all that was posted durable, as far as the disk lets it.</summary>
    public void Sync()
    {
        lock (_gate)
        {
            WriteUnwritten();
            if (_unsynced)
            {
                Try(() =>
                {
                    _file!.SyncContent();
                    _unsynced = false;
                });
            }
        }

        Drain();
    }

    /// <summary>Writes the file anew when it has grown long.</summary>
    public void Compact(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_length > LengthMax && Problem is null)
            {
                Try(() => Rewrite(now - _keepTold));
            }
        }

        Drain();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sync();
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Read()
    {
        OwnerDirectory.Make(Path.GetDirectoryName(_path)!);
        _file = DiskFile.Open(_path, Posix.ReadWrite | Posix.Create);
        var bytes = new byte[Math.Min(_file.Length, ReadMax)];
        var rest = bytes.AsMemory(0, _file.Read(0, bytes));
        while (rest.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            if (OutboxLine.Read(rest[..end]) is { } entry)
            {
                Fold.Apply(entry);
            }

            _length += end + 1;
            rest = rest[(end + 1)..];
        }

        // The last line was torn by a crash; the next overwrites it.
        if (rest.Length > 0)
        {
            _file.SetLength(_length);
        }
    }

    private void Enqueue(OutboxEntry entry)
    {
        lock (_queue)
        {
            _unwritten.Enqueue(entry);
            while (_unwritten.Count > UnwrittenMax)
            {
                _unwritten.Dequeue();
            }
        }
    }

    // What came while another thread had the file is appended by that thread, at once.
    private void Drain()
    {
        while (HasUnwritten && _gate.TryEnter())
        {
            try
            {
                if (!WriteUnwritten())
                {
                    return;
                }
            }
            finally
            {
                _gate.Exit();
            }
        }
    }

    private bool HasUnwritten
    {
        get
        {
            lock (_queue)
            {
                return _unwritten.Count > 0;
            }
        }
    }

    private bool WriteUnwritten()
    {
        while (true)
        {
            OutboxEntry? entry;
            lock (_queue)
            {
                if (!_unwritten.TryPeek(out entry))
                {
                    return true;
                }
            }

            if (!Try(() => Append(OutboxLine.Of(entry))))
            {
                return false;
            }

            lock (_queue)
            {
                _unwritten.Dequeue();
            }

            Fold.Apply(entry);
        }
    }

    private void Append(byte[] line)
    {
        _file ??= DiskFile.Open(_path, Posix.ReadWrite | Posix.Create);
        _file.Write(_length, line);
        _length += line.Length;
        _unsynced = true;
    }

    private void Rewrite(DateTimeOffset toldAfter)
    {
        var content = Fold.Lines(toldAfter).SelectMany(OutboxLine.Of).ToArray();
        AtomicFile.Write(_path, content);
        _file?.Dispose();
        _file = DiskFile.Open(_path, Posix.ReadWrite | Posix.Create);
        _length = content.Length;
        _unsynced = false;
        var fold = new OutboxFold();
        foreach (var entry in Fold.Lines(toldAfter))
        {
            fold.Apply(entry);
        }

        Fold = fold;
    }

    // A failing disk keeps nobody from telling what is known: the rest is held in memory.
    private bool Try(Action write)
    {
        try
        {
            write();
            Problem = null;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = error.Message;
            return false;
        }
    }
}
