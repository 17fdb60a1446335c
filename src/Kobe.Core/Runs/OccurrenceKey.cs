using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Core.Runs;

/// <summary>The identity of one occurrence: what a handler gets as its idempotency key.</summary>
/// <remarks>
/// The text is <c>task@2026-11-20</c> followed by the slot, which carries its own separator: <c>T09:35</c> for a
/// wall-clock time, <c>T09:45:00</c> for <c>once</c>, <c>/close-25m</c> for an anchor, <c>/17</c> for a step of
/// <c>every</c>, <c>/w3</c> for whenever, <c>/boot-41</c> for on_start, <c>/manual-…</c> for a triggered run. After a
/// step back of the clock <c>~epoch</c> may follow. The instant is deliberately not part of it: a key stays the same
/// whatever daylight saving and calendars do to the instant. Source: semantics, "Identity".
/// </remarks>
/// <param name="Task">The row's id, <c>[a-z0-9][a-z0-9_.-]{0,63}</c>.</param>
/// <param name="Date">The civil date of its nominal time, in the schedule's zone.</param>
/// <param name="Slot">Which of the date's occurrences, with its leading <c>T</c> or <c>/</c>.</param>
public readonly record struct OccurrenceKey(string Task, DateOnly Date, string Slot) : IComparable<OccurrenceKey>
{
    /// <summary>The longest slot, in characters: an anchor with offset or a manual id, and an epoch.</summary>
    public const int SlotLengthMax = 96;

    /// <summary>The longest task id, in characters.</summary>
    public const int TaskLengthMax = 64;

    /// <summary>The longest text of a key, in characters.</summary>
    public const int TextLengthMax = TaskLengthMax + 1 + DateLength + SlotLengthMax;

    private const int DateLength = 10;

    /// <summary>Whether all three parts have their form, so that the text can be parsed back to this key.</summary>
    public bool IsValid => Task is not null && Slot is not null && OccurrenceKeyForm.IsTask(Task)
        && OccurrenceKeyForm.IsSlot(Slot);

    /// <summary>Reads a key's text.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static OccurrenceKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not an occurrence key; a key looks like backup@2026-11-20T09:35.");

    /// <summary>Reads a key's text; false when it is not a key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out OccurrenceKey key) => TryParse(text, null, out key);

    /// <summary>Reads a key's text, sharing the strings of its parts with those read before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Where equal parts are found again.</param>
    /// <param name="key">The key.</param>
    internal static bool TryParse(ReadOnlySpan<char> text, NamePool? names, out OccurrenceKey key)
    {
        key = default;
        var at = text.IndexOf('@');
        if (at < 1 || text.Length < at + 1 + DateLength)
        {
            return false;
        }

        var task = text[..at];
        var slot = text[(at + 1 + DateLength)..];
        if (!DateText.TryParse(text.Slice(at + 1, DateLength), out var date)
            || !OccurrenceKeyForm.IsTask(task) || !OccurrenceKeyForm.IsSlot(slot))
        {
            return false;
        }

        key = new OccurrenceKey(names?.Get(task) ?? task.ToString(), date, names?.Get(slot) ?? slot.ToString());
        return true;
    }

    // Not left to the compiler: it would ask the library's comparer for dates, which is compiled at every start.

    /// <summary>Whether all three parts are equal.</summary>
    public bool Equals(OccurrenceKey other) =>
        Date == other.Date && Slot == other.Slot && Task == other.Task;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Task, Date.DayNumber, Slot);

    /// <summary>Orders by task, date and slot, each by its characters: a total order that no culture changes.</summary>
    public int CompareTo(OccurrenceKey other)
    {
        var order = string.CompareOrdinal(Task, other.Task);
        order = order != 0 ? order : Date.CompareTo(other.Date);
        return order != 0 ? order : string.CompareOrdinal(Slot, other.Slot);
    }

    /// <summary>The text, <c>task@2026-11-20T09:35</c>.</summary>
    public override string ToString()
    {
        Span<char> date = stackalloc char[1 + DateLength];
        date[0] = '@';
        Date.TryFormat(date[1..], out _, "O", CultureInfo.InvariantCulture);
        return string.Concat(Task, date, Slot);
    }

    /// <summary>Whether one key's text sorts before another's.</summary>
    public static bool operator <(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key's text sorts after another's.</summary>
    public static bool operator >(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key's text sorts before another's or equals it.</summary>
    public static bool operator <=(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key's text sorts after another's or equals it.</summary>
    public static bool operator >=(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) >= 0;
}
