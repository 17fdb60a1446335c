namespace Kobe.Simulation;

/// <summary>All chance of one simulation: the same numbers from the same seed, on every machine.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014): small, fast, and not the runtime's to change.</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own, which the others' use does not shift.</summary>
    public Dice Split(string purpose)
    {
        unchecked
        {
            var hash = 14695981039346656037ul;
            foreach (var c in purpose)
            {
                hash = (hash ^ c) * 1099511628211ul;
            }

            return new Dice(Mix(_state ^ hash));
        }
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (Draw() >> 11) * (1.0 / (1ul << 53));

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(Share() * limit);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Chance(double probability) => probability > 0 && Share() < probability;

    /// <summary>A time from the first to below the second.</summary>
    public TimeSpan Between(TimeSpan min, TimeSpan max) =>
        min + TimeSpan.FromTicks((long)(Share() * (max - min).Ticks));

    /// <summary>A time between two, short ones as likely as long ones by order of magnitude.</summary>
    public TimeSpan Spread(TimeSpan min, TimeSpan max) =>
        TimeSpan.FromTicks((long)(min.Ticks * Math.Pow((double)max.Ticks / min.Ticks, Share())));

    /// <summary>The wait for the next of independent things that happen so often a day; the longest when
    /// never.</summary>
    public TimeSpan WaitFor(double perDay) => perDay <= 0 ? TimeSpan.MaxValue
        : TimeSpan.FromDays(Math.Min(100_000, -Math.Log(1 - Share()) / perDay)) + TimeSpan.FromMilliseconds(1);

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private ulong Draw()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15ul;
            return Mix(_state);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ul;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBul;
            return value ^ (value >> 31);
        }
    }
}
