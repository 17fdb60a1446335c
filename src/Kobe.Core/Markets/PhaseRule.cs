using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>One row of the phase table. A phase may take two rows that differ in mode.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Start">Where it begins; it ends where the next row begins.</param>
/// <param name="Mode">What the desk works on.</param>
/// <param name="Entries">Whether entries are closed, for named rows only, or free.</param>
/// <param name="Purpose">What named entries are for, such as the closing auction; null otherwise.</param>
public sealed record PhaseRule(
    Phase Phase, PhaseStart Start, Mode Mode, EntryPolicy Entries, string? Purpose = null)
{
    /// <summary>The phase's name as it prints.</summary>
    public string Name { get; } = Phase.ToString();
}
