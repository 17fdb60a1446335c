namespace Kobe.Core.Runs;

/// <summary>Gives equal short texts the same string, so that a year's journal does not hold a year of ids.</summary>
/// <remarks>A bounded cache and nothing else: a miss costs one allocation. Not for several threads.</remarks>
public sealed class NamePool
{
    // A power of two, above the distinct ids and slots of a large schedule's day.
    private const int Size = 4096;
    private readonly string?[] _names = new string?[Size];

    /// <summary>The string with these characters.</summary>
    public string Get(ReadOnlySpan<char> name)
    {
        ref var kept = ref _names[string.GetHashCode(name) & (Size - 1)];
        return kept is not null && name.SequenceEqual(kept) ? kept : kept = name.ToString();
    }
}
