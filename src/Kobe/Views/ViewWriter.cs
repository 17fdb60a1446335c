using System.Text.Json;
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
    public const string Tasks = "tasks.json";
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
    private readonly Action<string> _syncDirectory;
    private readonly StateDocuments _documents;
    private readonly DiscoveryLogFile _discoveryLog;
    private readonly IReadOnlyList<View> _views;
    private readonly Dictionary<string, BrainSnapshot> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LastFact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsynced = new(StringComparer.Ordinal);
    private IReadOnlyList<LastFact>? _factsSeen;
    private BrainSnapshot? _seen;

    /// <summary>A writer of the files of one state directory, which is there.</summary>
    /// <param name="state">The directory.</param>
    /// <param name="board">Where the loop shows itself.</param>
    /// <param name="log">Gets what goes wrong, once; its redaction is the files' too.</param>
    /// <param name="replace">How a file is replaced; null: so that it survives the loss of power.</param>
    /// <param name="sync">How a directory is made durable; null: as <paramref name="replace"/> wants it.</param>
    public ViewWriter(string state, BrainBoard board, Log log, ReplaceFile? replace = null, Action<string>? sync = null)
    {
        _state = state;
        _board = board;
        _log = log;
        _replace = replace ?? AtomicFile.WriteUnlisted;
        _syncDirectory = sync ?? (replace is null ? DiskFile.SyncDirectory : _ => { });
        _documents = new(log.Redaction);
        _discoveryLog = new(Path.Combine(state, DiscoveryLog), _documents);
        _views =
        [
            new(SchedulerState, (one, two) => ReferenceEquals(one.Records.Tasks, two.Records.Tasks),
                _documents.SchedulerState),
            new(Tasks, (one, two) => ReferenceEquals(one.Rows, two.Rows), StateDocuments.Tasks),
            new(TaskQueue, SameView.OfQueue, StateDocuments.TaskQueue),
            new(BrainState, SameView.OfBrain, _documents.BrainState),
            new(Discoveries, (one, two) => ReferenceEquals(one.Records.Discoveries, two.Records.Discoveries),
                _documents.Discoveries),
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
            whole &= Write(view, snapshot);
        }

        whole &= WriteFacts(snapshot);
        whole &= Try(DiscoveryLog, () => _discoveryLog.Append(snapshot.Records.Discoveries, snapshot.Zone));
        whole &= SyncDirectories();
        _seen = whole ? snapshot : null;
        return Interval;
    }

    private bool WriteFacts(BrainSnapshot snapshot)
    {
        var facts = snapshot.Records.Facts;
        if (facts.Count == 0 || ReferenceEquals(_factsSeen, facts))
        {
            return true;
        }

        var whole = Try(Facts, () => OwnerDirectory.Make(Path.Combine(_state, Facts)));
        foreach (var fact in facts)
        {
            whole &= _facts.GetValueOrDefault(fact.Name) == fact || Write(fact, snapshot.Zone);
        }

        _factsSeen = whole ? facts : null;
        return whole;
    }

    private bool Write(LastFact fact, TimeZoneInfo zone)
    {
        var file = Path.Combine(Facts, fact.Name + ".json");
        if (!Replace(file, writer => _documents.Fact(writer, fact, zone)))
        {
            return false;
        }

        _facts[fact.Name] = fact;
        return true;
    }

    private bool Write(View view, BrainSnapshot snapshot)
    {
        if (_written.TryGetValue(view.File, out var last) && view.Same(last, snapshot))
        {
            return true;
        }

        if (!Replace(view.File, writer => view.Write(writer, snapshot)))
        {
            return false;
        }

        _written[view.File] = snapshot;
        return true;
    }

    private bool Replace(string file, Action<Utf8JsonWriter> document) => Try(file, () =>
    {
        var path = Path.Combine(_state, file);
        _replace(path, JsonBytes.OfFile(document));
        _unsynced.Add(Path.GetDirectoryName(path)!);
    });

    // Once for all files of a look: each sync of a directory may hold up the journal's own by a millisecond. One that
    // the disk refused is owed to the next look.
    private bool SyncDirectories()
    {
        _unsynced.RemoveWhere(directory => Try(directory, () => _syncDirectory(directory)));
        return _unsynced.Count == 0;
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
