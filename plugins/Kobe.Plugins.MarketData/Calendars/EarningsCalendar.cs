using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Who reports when: by the owner's file, or made up for made-up prices.</summary>
internal static class EarningsCalendar
{
    /// <summary>The owner's file, in <c>desk/events/</c>: symbol, date, <c>bmo</c> (before the open) or
    /// <c>amc</c>.</summary>
    public const string FileName = "earnings.csv";

    /// <summary>The dates of some symbols in a span, by date and symbol.</summary>
    /// <returns>Null when nobody knows any dates.</returns>
    /// <exception cref="InvalidDataException">The owner's file has a wrong line.</exception>
    public static IReadOnlyList<EarningsDate>? Of(
        DeskSession desk, IReadOnlyList<string> symbols, DateOnly from, DateOnly to)
    {
        var known = OwnerTable.Read<EarningsDate>(PathOf(desk), 3, fields =>
            OwnerTable.Date(fields[1]) is { } date && fields[2] is ("bmo" or "amc")
                ? new(fields[0], date, fields[2] == "bmo", Synthetic: false) : null);
        if (known is null && !desk.Source.IsSynthetic)
        {
            return null;
        }

        var dates = known ?? symbols.Where(symbol => symbol != desk.Source.Index).SelectMany(
            symbol => MadeUpEarnings.Of(desk.Settings.Seed, symbol, desk.Market.Calendar, from, to));
        return
        [
            .. dates.Where(one => one.Date >= from && one.Date <= to && symbols.Contains(one.Symbol))
                .OrderBy(one => one.Date).ThenBy(one => one.Symbol, StringComparer.Ordinal),
        ];
    }

    /// <summary>Why nobody knows any dates, with what would help.</summary>
    public static string WhyNone(DeskSession desk) =>
        $"no dates of reports are known: put symbol,date,bmo|amc into {PathOf(desk)}";

    private static string PathOf(DeskSession desk) => desk.PathOf("events", FileName);
}
