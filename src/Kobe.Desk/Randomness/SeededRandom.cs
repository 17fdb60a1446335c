namespace Kobe.Desk.Randomness;

/// <summary>Random numbers that are the same for a seed on every machine and with every runtime.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014).</remarks>
/// <param name="seed">Any number; equal seeds give equal numbers.</param>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;
    private double _spare = double.NaN;

    /// <summary>A stream of its own for a purpose, which the use of others does not shift.</summary>
    /// <param name="purpose">Such as a symbol.</param>
    public SeededRandom Split(string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        unchecked
        {
            // FNV-1a: string.GetHashCode differs from process to process.
            var hash = 14695981039346656037ul;
            foreach (var c in purpose)
            {
                hash = (hash ^ c) * 1099511628211ul;
            }

            return new SeededRandom(Mix(_state ^ hash));
        }
    }

    /// <summary>A number from 0 to below 1, each as likely as any other.</summary>
    public double Share() => (Draw() >> 11) * (1.0 / (1ul << 53));

    /// <summary>A whole number from 0 to below the limit.</summary>
    /// <param name="limit">1 or more.</param>
    public int Below(int limit) => (int)(Share() * limit);

    /// <summary>Whether something of this probability happens.</summary>
    /// <param name="probability">0 to 1.</param>
    public bool Chance(double probability) => Share() < probability;

    /// <summary>A normally distributed number of mean 0 and deviation 1.</summary>
    /// <remarks>Box and Muller, A Note on the Generation of Random Normal Deviates, 1958; they come in pairs.</remarks>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        var length = Math.Sqrt(-2 * Math.Log(1 - Share()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Share());
        _spare = length * sine;
        return length * cosine;
    }

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
