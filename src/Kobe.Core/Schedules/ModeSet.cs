using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>A set of modes as filters see them: SLEEP counts as MAINTENANCE.</summary>
/// <param name="Bits">Bit n stands for the mode with the value n.</param>
public readonly record struct ModeSet(int Bits)
{
    /// <summary>Every mode: the filter of a row without one.</summary>
    public static ModeSet All { get; } = new((1 << ((int)Mode.LEARNING + 1)) - 1);

    /// <summary>Whether the filter holds in a mode.</summary>
    /// <param name="mode">The mode.</param>
    public bool Contains(Mode mode) => (Bits & (1 << (int)PhaseTable.FilterMode(mode))) != 0;

    /// <summary>The set with one mode more.</summary>
    /// <param name="mode">The mode.</param>
    public ModeSet With(Mode mode) => new(Bits | (1 << (int)mode));

    /// <summary>The names in capitals; <c>all</c> for every mode.</summary>
    public override string ToString()
    {
        var bits = Bits;
        return this == All
            ? "all"
            : string.Join(", ", Enum.GetValues<Mode>().Where(mode => (bits & (1 << (int)mode)) != 0));
    }
}
