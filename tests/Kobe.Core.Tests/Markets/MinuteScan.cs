namespace Kobe.Core.Tests.Markets;

/// <summary>
/// Wall-clock times around one clock change, answered by walking through the minutes and looking at the clock: slow,
/// and without any of the thoughts of the code under test.
/// </summary>
internal sealed class MinuteScan
{
    private const long Minute = TimeSpan.TicksPerMinute;

    private readonly Dictionary<long, (long First, long Last)> _passes = [];
    private readonly List<(long Before, long After, long Instant)> _jumps = [];

    /// <summary>Walks from some hours before a change to some hours after it.</summary>
    public MinuteScan(TimeZoneInfo zone, ZoneChange change, TimeSpan around)
    {
        long? previous = null;
        for (var instant = change.At - around.Ticks; instant <= change.At + around.Ticks; instant += Minute)
        {
            var reading = instant + ZoneChanges.OffsetAt(zone, instant);
            _passes[reading] = _passes.TryGetValue(reading, out var pass) ? (pass.First, instant) : (instant, instant);
            if (previous is { } before && reading > before + Minute)
            {
                _jumps.Add((before, reading, instant));
            }

            previous = reading;
        }
    }

    /// <summary>Whether clocks ever show it.</summary>
    public bool Exists(long reading) => _passes.ContainsKey(reading);

    /// <summary>The first minute at which clocks show it, else the minute at which they jump over it.</summary>
    public long First(long reading) => _passes.TryGetValue(reading, out var pass) ? pass.First : JumpOver(reading);

    /// <summary>The last minute at which clocks show it, else the minute at which they jump over it.</summary>
    public long Last(long reading) => _passes.TryGetValue(reading, out var pass) ? pass.Last : JumpOver(reading);

    private long JumpOver(long reading) =>
        _jumps.Single(jump => jump.Before < reading && reading < jump.After).Instant;
}
