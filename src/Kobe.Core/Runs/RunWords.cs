using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>Enum values as the journal writes them, and back.</summary>
internal static class RunWords
{
    public static readonly RunWords<FinalState> FinalStates = new(
        "succeeded", "failed", "skipped", "expired", "missed", "coalesced", "interrupted", "cancelled", "removed",
        "disabled");

    public static readonly RunWords<RunResult> Results = new(
        "succeeded", "failed", "fatal", "unknown", "snoozed", "skipped", "preempted", "cancelled");

    public static readonly RunWords<NextKind> Nexts = new("final", "queued_again", "held", "reconcile");

    public static readonly RunWords<ReconcileAnswer> Answers = new("done", "not_done", "unknown");

    public static readonly RunWords<Resolution> Resolutions = new("done", "rerun", "drop");

    public static readonly RunWords<ClockStep> ClockSteps = new("forward", "back", "suspend");

    public static readonly RunWords<RunState> RunStates = new("queued", "running", "reconciling", "held", "final");

    public static readonly RunWords<ControlVerb> Verbs = new(
        "pause", "resume", "enable", "disable", "halt", "reduce", "activate", "approve_exits", "cancel", "trigger",
        "reload", "confirm_clock", "flatten", "backfill", "resolve", "unquarantine", "add_once");

    /// <summary>A verb as the journal and people write it: <c>approve_exits</c>.</summary>
    public static string Of(ControlVerb verb) => Verbs[(int)verb].Value;
}

/// <summary>The words of one enum, in the order of its values.</summary>
/// <typeparam name="T">An enum numbered from 0 without gaps.</typeparam>
internal sealed class RunWords<T>
    where T : struct, Enum
{
    private readonly JsonEncodedText[] _words;
    private readonly T[] _values = Enum.GetValues<T>();

    public RunWords(params string[] words)
    {
        _words = [.. words.Select(word => JsonEncodedText.Encode(word))];
        ArgumentOutOfRangeException.ThrowIfNotEqual(_words.Length, _values.Length);
    }

    /// <summary>The words, for a refusal that names what would be right.</summary>
    public string All => string.Join(", ", _words);

    public JsonEncodedText this[int value] => _words[value];

    /// <summary>Reads the string that the reader stands on.</summary>
    public bool TryRead(in Utf8JsonReader reader, out T value)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (reader.ValueTextEquals(_words[i].EncodedUtf8Bytes))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}
