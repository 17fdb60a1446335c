using Kobe.Contracts;
using static Kobe.Core.Markets.AnchorPoint;

namespace Kobe.Core.Markets;

/// <summary>How a day is cut into phases, and what is done in each: data, in the order of the day.</summary>
/// <param name="Rows">The rows of a day with a session, in order; the first begins at midnight.</param>
/// <param name="ClosedMode">The mode of weekends and holidays.</param>
public sealed record PhaseTable(IReadOnlyList<PhaseRule> Rows, Mode ClosedMode)
{
    /// <summary>The table that holds where no file gives another.</summary>
    public static PhaseTable BuiltIn { get; } = new(
        [
            new(Phase.OVERNIGHT, PhaseStart.At(TimeSpan.Zero), Mode.MAINTENANCE, EntryPolicy.Closed),
            new(Phase.OVERNIGHT, PhaseStart.At(TimeSpan.FromHours(2)), Mode.SLEEP, EntryPolicy.Closed),
            new(Phase.PRE_MARKET, PhaseStart.At(Pre), Mode.RESEARCH, EntryPolicy.Named, "opening auction"),
            new(Phase.PRE_MARKET, PhaseStart.At(TimeSpan.FromHours(7)), Mode.MONITORING, EntryPolicy.Named,
                "opening auction"),
            new(Phase.OPENING, PhaseStart.At(Open), Mode.MONITORING, EntryPolicy.Closed),
            new(Phase.MORNING, PhaseStart.At(Open, 30), Mode.ACTIVE_TRADING, EntryPolicy.Free),
            new(Phase.LUNCH, PhaseStart.At(Open, 120), Mode.MONITORING, EntryPolicy.Closed),
            new(Phase.POWER_HOUR, PhaseStart.At(Close, -90), Mode.ACTIVE_TRADING, EntryPolicy.Free),
            new(Phase.CLOSING, PhaseStart.At(Close, -30), Mode.MONITORING, EntryPolicy.Named,
                "swing and closing auction"),
            new(Phase.AFTER_HOURS, PhaseStart.At(Close), Mode.LEARNING, EntryPolicy.Closed),
            new(Phase.EVENING, PhaseStart.At(Post), Mode.RESEARCH, EntryPolicy.Closed),
        ],
        Mode.RESEARCH);

    /// <summary>The coarse name of a phase.</summary>
    /// <param name="phase">The phase.</param>
    public static PhaseGroup GroupOf(Phase phase) => phase switch
    {
        Phase.PRE_MARKET => PhaseGroup.PRE_MARKET,
        Phase.OPENING or Phase.MORNING or Phase.LUNCH or Phase.POWER_HOUR => PhaseGroup.MARKET_OPEN,
        Phase.CLOSING => PhaseGroup.MARKET_CLOSE,
        Phase.WEEKEND or Phase.HOLIDAY => PhaseGroup.WEEKEND,
        _ => PhaseGroup.AFTER_HOURS,
    };

    /// <summary>The mode as filters see it: the small hours of SLEEP count as MAINTENANCE.</summary>
    /// <param name="mode">The mode.</param>
    public static Mode FilterMode(Mode mode) => mode == Mode.SLEEP ? Mode.MAINTENANCE : mode;
}
