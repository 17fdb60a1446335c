using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Logging;
using Kobe.Operation;

namespace Kobe.Views;

/// <summary>Keeps the views in step with the brain: each is replaced whole, when what it shows has changed.</summary>
/// <remarks>A view that can't be written is a warning and tried again; no decision depends on one.</remarks>
internal sealed class ViewWriter
{
    /// <summary>The names of the files, from the state directory.</summary>
    public const string SchedulerState = "scheduler_state.json";
    public const string TaskQueue = "task_queue.json";
    public const string BrainState = "brain_state.json";
    public const string Discoveries = "discoveries.json";
    public const string DiscoveryLog = "discoveries.log";
    public const string Facts = "facts";

    /// <summary>How often the brain is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _state;
    private readonly BrainBoard _board;
    private readonly Log _log;
    private readonly ReplaceFile _replace;
    private readonly StateDocuments _documents;
    private readonly DiscoveryLogFile _discoveryLog;
    private readonly IReadOnlyList<View> _views;
    private readonly Dictionary<string, object> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private BrainSnapshot? _seen;

    /// <summary>A writer of the files of one state directory, which is there.</summary>
    /// <param name="state">The directory.</param>
    /// <param name="board">Where the loop shows itself.</param>
    /// <param name="log">Gets what goes wrong, once; its redaction is the files' too.</param>
    /// <param name="replace">How a file is replaced.</param>
    public ViewWriter(string state, BrainBoard board, Log log, ReplaceFile? replace = null)
    {
        _state = state;
        _board = board;
        _log = log;
        _replace = replace ?? AtomicFile.Write;
        _documents = new(log.Redaction);
        _discoveryLog = new(Path.Combine(state, DiscoveryLog), _documents);
        _views =
        [
            new(SchedulerState, snapshot => snapshot.Records.Tasks, _documents.SchedulerState),
            new(TaskQueue, snapshot => new ValueList<QueuedRun>(snapshot.Queue), StateDocuments.TaskQueue),
            new(BrainState, Summary, _documents.BrainState),
            new(Discoveries, snapshot => snapshot.Records.Discoveries, _documents.Discoveries),
        ];
    }

    /// <summary>Writes what has changed.</summary>
    /// <returns>When to ask again.</returns>
    public TimeSpan WriteChanged()
    {
        if (_board.Current is not { } snapshot || ReferenceEquals(snapshot, _seen))
        {
            return Interval;
        }

        var whole = true;
        foreach (var view in _views)
        {
            whole &= Write(view.File, view.Basis(snapshot),
                () => JsonBytes.OfFile(writer => view.Write(writer, snapshot)));
        }

        whole &= WriteFacts(snapshot);
        whole &= Try(DiscoveryLog, () => _discoveryLog.Append(snapshot.Records.Discoveries, snapshot.Zone));
        _seen = whole ? snapshot : null;
        return Interval;
    }

    // Cycles and watermark move every second and are worth a write once a minute.
    private static object Summary(BrainSnapshot snapshot) => (
        snapshot.Pid, snapshot.StartedAt, snapshot.Paused, snapshot.TradingState, snapshot.Current, snapshot.Next,
        (snapshot.Schedule, snapshot.Today, snapshot.LastErrors is [var error, ..] ? error : null,
            snapshot.At.Ticks / TimeSpan.TicksPerMinute));

    private bool WriteFacts(BrainSnapshot snapshot)
    {
        var facts = snapshot.Records.Facts;
        if (facts.Count == 0 || (_written.TryGetValue(Facts, out var last) && ReferenceEquals(last, facts)))
        {
            return true;
        }

        var whole = Try(Facts, () => OwnerDirectory.Make(Path.Combine(_state, Facts)));
        foreach (var fact in facts)
        {
            whole &= Write(Path.Combine(Facts, fact.Name + ".json"), fact,
                () => JsonBytes.OfFile(writer => _documents.Fact(writer, fact, snapshot.Zone)));
        }

        if (whole)
        {
            _written[Facts] = facts;
        }

        return whole;
    }

    private bool Write(string file, object basis, Func<byte[]> content)
    {
        if (_written.TryGetValue(file, out var last) && last.Equals(basis))
        {
            return true;
        }

        var written = Try(file, () => _replace(Path.Combine(_state, file), content()));
        if (written)
        {
            _written[file] = basis;
        }

        return written;
    }

    private bool Try(string file, Action write)
    {
        try
        {
            write();
            if (_troubles.Remove(file))
            {
                _log.Info("views", $"{file} is written again.");
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (_troubles.GetValueOrDefault(file) != error.Message)
            {
                _log.Warning("views", $"{file} can't be written: {error.Message}");
            }

            _troubles[file] = error.Message;
            return false;
        }
    }
}
