using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>A set of phases.</summary>
/// <param name="Bits">Bit n stands for the phase with the value n.</param>
public readonly record struct PhaseSet(int Bits)
{
    /// <summary>No phase.</summary>
    public static PhaseSet None { get; }

    /// <summary>Every phase: the filter of a row without one.</summary>
    public static PhaseSet All { get; } = new((1 << ((int)Phase.HOLIDAY + 1)) - 1);

    /// <summary>One phase.</summary>
    /// <param name="phase">The phase.</param>
    public static PhaseSet Of(Phase phase) => new(1 << (int)phase);

    /// <summary>The phases of a group.</summary>
    /// <param name="group">The group.</param>
    public static PhaseSet Of(PhaseGroup group)
    {
        var bits = 0;
        for (var phase = Phase.OVERNIGHT; phase <= Phase.HOLIDAY; phase++)
        {
            bits |= PhaseTable.GroupOf(phase) == group ? 1 << (int)phase : 0;
        }

        return new(bits);
    }

    /// <summary>Whether the phase belongs to the set.</summary>
    /// <param name="phase">The phase.</param>
    public bool Contains(Phase phase) => (Bits & (1 << (int)phase)) != 0;

    /// <summary>Both sets together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static PhaseSet operator |(PhaseSet left, PhaseSet right) => new(left.Bits | right.Bits);

    /// <summary>Both sets together.</summary>
    /// <param name="other">The other.</param>
    public PhaseSet BitwiseOr(PhaseSet other) => this | other;

    /// <summary>The names in the order of the day, in capitals; <c>all</c> for every phase.</summary>
    public override string ToString()
    {
        var names = new List<string>();
        for (var phase = Phase.OVERNIGHT; phase <= Phase.HOLIDAY; phase++)
        {
            if (Contains(phase))
            {
                names.Add(phase.ToString());
            }
        }

        return this == All ? "all" : string.Join(", ", names);
    }
}
