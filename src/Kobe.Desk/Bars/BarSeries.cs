namespace Kobe.Desk.Bars;

/// <summary>The bars of one instrument in order of time. It never changes.</summary>
public sealed class BarSeries
{
    private readonly Bar[] _bars;

    /// <summary>A series of bars.</summary>
    /// <param name="name">What the bars are of.</param>
    /// <param name="bars">The bars; each starts no earlier than the one before it ends. The array is kept, not copied:
    /// the caller gives it away.</param>
    /// <exception cref="ArgumentException">Two bars overlap, or a bar ends where it starts or before.</exception>
    public BarSeries(SeriesName name, Bar[] bars)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bars);
        var before = long.MinValue;
        foreach (ref readonly var bar in bars.AsSpan())
        {
            if (bar.StartTicks < before || bar.EndTicks <= bar.StartTicks)
            {
                throw new ArgumentException(
                    $"{name}: the bar of {bar.Start:u} does not follow the one before it.", nameof(bars));
            }

            before = bar.EndTicks;
        }

        Name = name;
        _bars = bars;
    }

    /// <summary>What the bars are of, and where they come from.</summary>
    public SeriesName Name { get; }

    /// <summary>How many bars there are.</summary>
    public int Count => _bars.Length;

    /// <summary>One bar.</summary>
    /// <param name="index">0 for the first.</param>
    public ref readonly Bar this[int index] => ref _bars[index];

    /// <summary>Every bar there is, also those that lie in the future of whoever asks. Decisions ask
    /// <see cref="AsOf"/>.</summary>
    public ReadOnlySpan<Bar> All => _bars;

    /// <summary>The array itself, for those who play it and do not change it.</summary>
    internal Bar[] Bars => _bars;

    /// <summary>The bars that are complete at an instant: those that end then or before.</summary>
    /// <param name="now">The instant of the decision.</param>
    public ReadOnlySpan<Bar> AsOf(DateTimeOffset now) => _bars.AsSpan(0, CountAsOf(now));

    /// <summary>How many bars are complete at an instant.</summary>
    /// <param name="now">The instant of the decision.</param>
    public int CountAsOf(DateTimeOffset now)
    {
        var (low, high, ticks) = (0, _bars.Length, now.UtcTicks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _bars[middle].EndTicks <= ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The series as it was known at an instant.</summary>
    /// <param name="now">The instant.</param>
    public BarSeries Until(DateTimeOffset now) => new(Name, AsOf(now).ToArray());

    /// <summary>The bars that start in a span of time.</summary>
    /// <param name="from">The first instant that counts.</param>
    /// <param name="to">The first instant that does not count any more.</param>
    public BarSeries Between(DateTimeOffset from, DateTimeOffset to) =>
        new(Name, Array.FindAll(_bars, bar => bar.StartTicks >= from.UtcTicks && bar.StartTicks < to.UtcTicks));

    /// <summary>What it is of, how many bars, and from when to when.</summary>
    public override string ToString() => _bars is [var first, .., var last]
        ? $"{Name}: {Count} bars, {first.Start:yyyy-MM-dd} to {last.Start:yyyy-MM-dd}"
        : $"{Name}: {Count} bars";
}
