using Kobe.Brain;
using Kobe.Core.Health;
using Kobe.Logging;
using Kobe.Operation;

namespace Kobe.Views;

/// <summary>Writes heartbeat.json as long as the loop turns, and not at all when it doesn't: it can't lie.</summary>
/// <remarks>
/// It has a thread of its own and asks only the board, so a run of five minutes, a quiet night or a slow disk under the
/// journal don't stop it. A disk that takes no heartbeat keeps the old one whole and is a warning.
/// </remarks>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="path">The file.</param>
/// <param name="interval">How often it is written at least.</param>
/// <param name="log">Gets what goes wrong, once.</param>
/// <param name="replace">How a file is replaced.</param>
internal sealed class Pulse(BrainBoard board, string path, TimeSpan interval, Log log, ReplaceFile? replace = null)
{
    /// <summary>The file's name in the state directory.</summary>
    public const string FileName = "heartbeat.json";

    // Sooner than asked, so that a late wake-up of the thread doesn't break the promise.
    private const double Early = 0.9;

    private const string Stuck = "stuck";
    private const string Unwritten = "unwritten";

    // A loop that was stuck shows itself again soon after it turns.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly ReplaceFile _replace = replace ?? AtomicFile.Write;
    private PulseBeat? _last;
    private string? _trouble;

    /// <summary>Since the last heartbeat was written; null when none was.</summary>
    public TimeSpan? Age => Volatile.Read(ref _last) is { } last ? board.Time.GetElapsedTime(last.Timestamp) : null;

    /// <summary>How often it is written at least.</summary>
    public TimeSpan Interval => interval;

    /// <summary>Writes the heartbeat if it is time and the loop turns.</summary>
    /// <returns>When to ask again.</returns>
    public TimeSpan Beat()
    {
        if (board.Current is not { } snapshot || board.LoopAge is not { } loopAge)
        {
            return LookAgain;
        }

        if (loopAge > HealthLimits.LoopAgeMax)
        {
            Say(Stuck, $"The loop has not turned for {(int)loopAge.TotalSeconds} s: no heartbeat until it does.");
            return LookAgain;
        }

        var due = interval * Early;
        if (due - (Age ?? due) is var wait && wait > TimeSpan.Zero)
        {
            return wait;
        }

        return Write(snapshot, loopAge) ? due : LookAgain;
    }

    private bool Write(BrainSnapshot snapshot, TimeSpan loopAge)
    {
        var now = board.Time.GetUtcNow();
        try
        {
            _replace(path, JsonBytes.OfFile(writer => StateDocuments.Heartbeat(writer, snapshot, now, loopAge)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Say(Unwritten, $"The heartbeat can't be written: {error.Message}");
            return false;
        }

        if (_trouble is not null)
        {
            log.Info("pulse", "The heartbeat is written again.");
        }

        _trouble = null;
        Volatile.Write(ref _last, new PulseBeat(board.Time.GetTimestamp()));
        return true;
    }

    // Once for each trouble, whatever its numbers: a log that repeats itself every second is not read.
    private void Say(string trouble, string sentence)
    {
        if (_trouble != trouble)
        {
            log.Warning("pulse", sentence);
        }

        _trouble = trouble;
    }
}
