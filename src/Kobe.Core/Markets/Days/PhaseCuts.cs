namespace Kobe.Core.Markets.Days;

/// <summary>Where the rows of a phase table begin on one date.</summary>
/// <remarks>
/// Short sessions leave too little room, so cuts are placed in the order open and close, those told by the close
/// (nearest first), those told by the open, the rest; each is kept between its placed neighbours. A stretch may come
/// out empty, never negative.
/// </remarks>
internal static class PhaseCuts
{
    /// <summary>One instant a row, then the end of the date: never decreasing.</summary>
    public static DateTimeOffset[] Of(PhaseTable table, Session session, in LocalDay day)
    {
        var rows = table.Rows;
        var cuts = new DateTimeOffset[rows.Count + 1];
        var placed = new bool[cuts.Length];
        cuts[0] = day.Start;
        cuts[^1] = day.End;
        placed[0] = placed[^1] = true;
        for (var row = NextToPlace(rows, placed); row > 0; row = NextToPlace(rows, placed))
        {
            cuts[row] = Between(Wanted(rows[row].Start, session, day), cuts, placed, row);
            placed[row] = true;
        }

        return cuts;
    }

    // The first of the lowest rank among the rows that have no place yet; 0 when all have one.
    private static int NextToPlace(IReadOnlyList<PhaseRule> rows, bool[] placed)
    {
        var next = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            if (!placed[i] && (next == 0 || Rank(rows[i].Start) < Rank(rows[next].Start)))
            {
                next = i;
            }
        }

        return next;
    }

    private static DateTimeOffset Wanted(PhaseStart start, Session session, in LocalDay day) =>
        start.Anchor is { } anchor
            ? anchor.In(session)
            : day.Resolve(start.WallClock!.Value, GapPolicy.Run, OverlapPolicy.First)!.Value;

    private static DateTimeOffset Between(DateTimeOffset wanted, DateTimeOffset[] cuts, bool[] placed, int row)
    {
        var before = row - 1;
        while (!placed[before])
        {
            before--;
        }

        var after = row + 1;
        while (!placed[after])
        {
            after++;
        }

        return wanted < cuts[before] ? cuts[before] : wanted > cuts[after] ? cuts[after] : wanted;
    }

    private static long Rank(PhaseStart start) => start.Anchor switch
    {
        { Point: AnchorPoint.Open or AnchorPoint.Close, Offset.Ticks: 0 } => 0,
        { Point: AnchorPoint.Close } close => Math.Abs(close.Offset.Ticks),
        { Point: AnchorPoint.Open } open => TimeSpan.TicksPerDay + Math.Abs(open.Offset.Ticks),
        { } => 2 * TimeSpan.TicksPerDay,
        null => 3 * TimeSpan.TicksPerDay,
    };
}
