namespace Kobe.Core.Markets;

/// <summary>Instants kept as ticks, where there are many of them: half of what a <see cref="DateTimeOffset"/> takes.
/// </summary>
public static class UtcTicks
{
    /// <summary>The instant (UTC) of a number of ticks.</summary>
    /// <param name="ticks">Ticks of UTC since 0001-01-01.</param>
    /// <exception cref="ArgumentOutOfRangeException">No instant has so many, or fewer than none.</exception>
    public static DateTimeOffset ToInstant(long ticks) => new(new DateTime(ticks, DateTimeKind.Utc));
}
