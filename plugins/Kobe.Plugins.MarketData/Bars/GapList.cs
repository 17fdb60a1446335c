using System.Collections.Immutable;
using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>The sessions that stored daily bars lack, by symbol: the file <c>desk/marketdata/gaps.json</c>.</summary>
/// <param name="Symbols">The gaps of each symbol that has some, in order of date.</param>
internal sealed record GapList(ImmutableSortedDictionary<string, ImmutableArray<Gap>> Symbols)
{
    /// <summary>No gap at all.</summary>
    public static GapList Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableArray<Gap>>(StringComparer.Ordinal));

    /// <summary>How many may still be filled.</summary>
    public int Open => Symbols.Values.Sum(gaps => gaps.Count(gap => !gap.Permanent));

    /// <summary>How many are believed to stay.</summary>
    public int Permanent => Symbols.Values.Sum(gaps => gaps.Count(gap => gap.Permanent));

    /// <summary>The list on the disk, empty when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static GapList Read(DeskSession desk) => DeskFile.Read<GapList>(PathOf(desk)) is { } list
        ? new(list.Symbols.WithComparers(StringComparer.Ordinal)) : Empty;

    /// <summary>Puts the list on the disk.</summary>
    public Output Write(DeskSession desk) => DeskFile.Write(PathOf(desk), this);

    /// <summary>The gaps of a symbol.</summary>
    public ImmutableArray<Gap> Of(string symbol) => Symbols.TryGetValue(symbol, out var gaps) ? gaps : [];

    /// <summary>The list with what is missing of a symbol now; what is known of a date that is still missing
    /// stays.</summary>
    public GapList With(string symbol, IEnumerable<DateOnly> missing, DateOnly today)
    {
        var known = Of(symbol).ToDictionary(gap => gap.Date);
        return With(symbol, [.. missing.Select(date => known.GetValueOrDefault(date) ?? new(date, today, 0, false))]);
    }

    /// <summary>The list with these gaps of a symbol and no others.</summary>
    public GapList With(string symbol, ImmutableArray<Gap> gaps) =>
        new(gaps.IsEmpty ? Symbols.Remove(symbol) : Symbols.SetItem(symbol, gaps));

    /// <summary>The sessions without a bar from the first bar of a series to a date.</summary>
    public static List<DateOnly> MissingIn(BarSeries stored, ExchangeCalendar calendar, DateOnly to)
    {
        var missing = new List<DateOnly>();
        if (stored.Count == 0)
        {
            return missing;
        }

        var next = 0;
        foreach (var day in calendar.Sessions(calendar.DateOf(stored[0].Start), to))
        {
            while (next < stored.Count && stored[next].EndTicks <= day.Session!.Open.UtcTicks)
            {
                next++;
            }

            if (next >= stored.Count || stored[next].StartTicks >= day.Session!.Close.UtcTicks)
            {
                missing.Add(day.Date);
            }
        }

        return missing;
    }

    private static string PathOf(DeskSession desk) => DeskFile.At(desk, "gaps.json");
}
