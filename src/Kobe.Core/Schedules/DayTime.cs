using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>A time of a date as rows write it: on the wall clock, or told by the session. Exactly one is set.</summary>
/// <param name="Wall">A wall-clock time in the row's zone, or null.</param>
/// <param name="Anchor">An instant of the date's session, or null.</param>
public sealed record DayTime(TimeOnly? Wall, Anchor? Anchor)
{
    /// <summary>A wall-clock time.</summary>
    /// <param name="time">The time, in whole minutes.</param>
    public static DayTime At(TimeOnly time) => new(time, null);

    /// <summary>An instant of the session.</summary>
    /// <param name="anchor">The instant.</param>
    public static DayTime At(Anchor anchor) => new(null, anchor);

    /// <summary>As the schedule writes it.</summary>
    public override string ToString() =>
        Anchor is { } anchor ? AnchorText.Format(anchor) : Wall.GetValueOrDefault().ToString("HH:mm");

    /// <summary>Wall-clock times first, by the clock; then anchors, by point and offset.</summary>
    internal static int Compare(DayTime left, DayTime right)
    {
        if (left.Wall is { } first && right.Wall is { } second)
        {
            return first.CompareTo(second);
        }

        if (left.Anchor is not { } one || right.Anchor is not { } other)
        {
            return left.Anchor is null ? -1 : 1;
        }

        return one.Point != other.Point ? one.Point - other.Point : one.Offset.CompareTo(other.Offset);
    }
}
