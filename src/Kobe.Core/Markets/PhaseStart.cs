namespace Kobe.Core.Markets;

/// <summary>Where a row of the phase table begins: at a wall-clock time or at an instant of the session.</summary>
/// <param name="WallClock">Time since midnight in the calendar's zone, or null.</param>
/// <param name="Anchor">An instant of the session, or null.</param>
public readonly record struct PhaseStart(TimeSpan? WallClock, Anchor? Anchor)
{
    /// <summary>A start at a wall-clock time.</summary>
    /// <param name="time">Time since midnight.</param>
    public static PhaseStart At(TimeSpan time) => new(time, null);

    /// <summary>A start tied to the session.</summary>
    /// <param name="point">The instant of the session.</param>
    /// <param name="minutes">Minutes added to it.</param>
    public static PhaseStart At(AnchorPoint point, int minutes = 0) =>
        new(null, new Anchor(point, TimeSpan.FromMinutes(minutes)));
}
