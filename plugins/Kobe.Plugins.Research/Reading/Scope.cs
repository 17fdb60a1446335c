using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Reading;

/// <summary>Which symbols a row is about, and their bars.</summary>
internal static class Scope
{
    /// <summary>All symbols of the last universe; without one all that are watched.</summary>
    public const string Universe = "universe";

    /// <summary>All symbols that are watched.</summary>
    public const string All = "all";

    /// <summary>The index alone.</summary>
    public const string Index = "index";

    /// <summary>The symbols of a word.</summary>
    /// <param name="context">The attempt, for the fact <c>universe.today</c>.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="word">One of the words above, the name of a sector, or a symbol.</param>
    /// <returns>In the desk's order; empty when nothing is called so.</returns>
    public static IReadOnlyList<string> Of(TaskContext context, DeskSession desk, string word) => word switch
    {
        Index => [desk.Source.Index],
        All => desk.Symbols,
        Universe => InUniverse(context, desk),
        _ when desk.Symbols.Contains(word) => [word],
        _ => [.. InUniverse(context, desk).Where(symbol => desk.Source.SectorOf(symbol) == word)],
    };

    /// <summary>The daily bars of symbols, those without any left out.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="symbols">The symbols.</param>
    /// <param name="least">How many bars a symbol must have.</param>
    public static IReadOnlyList<BarSeries> Bars(DeskSession desk, IReadOnlyList<string> symbols, int least = 1) =>
        [.. symbols.Select(desk.Daily).Where(series => series.Count >= least)];

    /// <summary>The aligned bars of a word's symbols.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="word">Which symbols.</param>
    /// <param name="days">How many sessions at most.</param>
    public static PricePanel Panel(TaskContext context, DeskSession desk, string word, int days) =>
        PricePanel.Of(Bars(desk, Of(context, desk, word)), days);

    /// <summary>From when on the end of a symbol's last bar is a recent one: the open so many sessions before the
    /// newest bar of all.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="newest">The end of the newest bar, UTC ticks.</param>
    /// <param name="sessions">How many sessions.</param>
    /// <returns>UTC ticks.</returns>
    public static long FreshFrom(DeskSession desk, long newest, int sessions)
    {
        var date = desk.Market.Calendar.DateOf(new(newest, TimeSpan.Zero));
        for (var i = 0; i < sessions && desk.Market.Calendar.PreviousSession(date) is { } day; i++)
        {
            date = day.Date;
        }

        return desk.Market.Calendar.On(date).Session?.Open.UtcTicks ?? newest;
    }

    // The universe is in order of what trades most; the desk's order is the one that results are told in.
    private static IReadOnlyList<string> InUniverse(TaskContext context, DeskSession desk) =>
        context.Facts.Find("universe.today") is { } fact
        && fact.Value.TryGetProperty("symbols", out var rows)
        && rows.EnumerateArray().Select(row => row.GetProperty("symbol").GetString()).ToHashSet() is { Count: > 0 } kept
            ? [.. desk.Symbols.Where(kept.Contains)]
            : desk.Symbols;
}
