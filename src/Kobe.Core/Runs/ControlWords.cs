using System.Globalization;

namespace Kobe.Core.Runs;

/// <summary>Says exactly what pause and trading state block, until when, and what goes on all the same.</summary>
/// <remarks>Owners have taken "stopped trading" for "everything stops"; so each sentence names both.</remarks>
public static class ControlWords
{
    /// <summary>A sentence for each thing that is in force; none when nothing is blocked.</summary>
    /// <param name="controls">Pause and trading state.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static IReadOnlyList<string> Blocked(Controls controls, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(zone);
        var sentences = new List<string>(2);
        if (controls.Trading != TradingState.ACTIVE)
        {
            sentences.Add(OfTrading(controls.Trading, controls.ExitsApproved, controls.TradingSetBy, zone));
        }

        if (controls.PauseAt(now) is { } pause)
        {
            sentences.Add(OfPause(pause, zone));
        }

        return sentences;
    }

    /// <summary>What a trading state blocks until when.</summary>
    /// <param name="state">The state.</param>
    /// <param name="exitsApproved">Whether exits were approved since the halt.</param>
    /// <param name="setBy">Who set it; null when nobody is known.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static string OfTrading(
        TradingState state, bool exitsApproved, ControlMark? setBy, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return state switch
        {
            TradingState.ACTIVE => "TRADING ACTIVE: entries and exits run by their rules.",
            TradingState.REDUCING => $"ENTRIES BLOCKED until kobe activate: REDUCING{Mark(setBy, zone)}. "
                + "Exits, reconciling, monitoring and all that doesn't trade go on.",
            _ when exitsApproved => $"ENTRIES BLOCKED until kobe activate: HALTED{Mark(setBy, zone)}. "
                + "Exits are approved and run; reconciling, monitoring and all that doesn't trade go on.",
            _ => $"ENTRIES AND EXITS BLOCKED until kobe activate: HALTED{Mark(setBy, zone)}. "
                + "kobe approve-exits lets exits run; reconciling, monitoring and all that doesn't trade go on.",
        };
    }

    /// <summary>What a pause blocks until when.</summary>
    /// <param name="pause">The pause.</param>
    /// <param name="zone">The zone in which times are told.</param>
    public static string OfPause(PauseMark pause, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(pause);
        ArgumentNullException.ThrowIfNull(zone);
        var until = pause.Until is { } end ? Time(end, zone) : "kobe resume";
        var mark = Mark(new(pause.At, pause.By, pause.Reason), zone);
        return pause.All
            ? $"ALL STARTS BLOCKED until {until}: paused{mark}. Exits, reconciling and monitoring don't run either; "
                + "what runs now ends as it would."
            : $"STARTS BLOCKED until {until}: paused{mark}. Exits, reconciling and monitoring go on.";
    }

    /// <summary>A verb as the journal and people write it, <c>approve_exits</c>.</summary>
    public static string Of(ControlVerb verb) => RunWords.Of(verb);

    /// <summary>An instant as the sentences have it: <c>2026-11-20 14:30 America/New_York</c>.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " " + zone.Id;
    }

    private static string Mark(ControlMark? mark, TimeZoneInfo zone) => mark is null
        ? ""
        : $" by {mark.By} since {Time(mark.At, zone)}{(mark.Reason.Length == 0 ? "" : $" ({mark.Reason})")}";
}
