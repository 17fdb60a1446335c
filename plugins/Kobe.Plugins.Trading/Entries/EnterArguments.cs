using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>Which ideas are entered, and how far their price may have run.</summary>
/// <param name="Setup">The way of the entry.</param>
/// <param name="Strategy">Only ideas of this strategy.</param>
/// <param name="Late">Ideas of other setups, too.</param>
/// <param name="Max">Entries an occurrence.</param>
/// <param name="Chase">Above the planned price.</param>
/// <param name="RangeMinutes">The opening range.</param>
/// <param name="TriesMax">Orders for one symbol a day.</param>
/// <param name="DayTrades">Day trades a day.</param>
public sealed record EnterArguments(
    [Argument("opening, primary, power or swing (by plan); opening_range, gap or trend (by today's scan).")]
    EntrySetup Setup,
    [Argument("Only ideas of this strategy, such as mean-reversion.")] string? Strategy = null,
    [Argument("Takes planned ideas of other setups, too, that have not been ordered yet.")] bool Late = false,
    [Argument("How many entries at once.")] int Max = 2,
    [Argument("How far above the planned price may be paid.", Unit = "%")] double Chase = 1,
    [Argument("How many minutes make the opening range that a primary entry must have left.", Unit = "minutes")]
    int RangeMinutes = 15,
    [Argument("How many orders for one symbol a day.")] int TriesMax = 2,
    [Argument("How many day trades are opened a day, of all scans together.")] int DayTrades = 4);
