using System.Globalization;
using Kobe.Core.Markets;

namespace Kobe.Desk.Bars.Quality;

/// <summary>Looks through the core sessions of a series of minutes, one after the other.</summary>
internal sealed class MinuteCheck(BarSeries series, ExchangeCalendar calendar, IReadOnlyList<TradingHalt> halts)
{
    private const int StretchesShown = 3;

    private readonly long _step = series.Name.Interval.Length.Ticks;

    public IEnumerable<QualityFinding> Find(DateTimeOffset now)
    {
        var findings = new List<QualityFinding>();
        var limit = Math.Max(Math.Log(1 + QualityLimits.IntradaySpikeShare), PriceCheck.Deviations(Moves()));
        for (var from = 0; from < series.Count;)
        {
            var date = calendar.DateOf(series[from].Start);
            var to = from;
            while (to < series.Count && calendar.DateOf(series[to].Start) == date)
            {
                to++;
            }

            if (calendar.On(date).Session is { } session)
            {
                var core = Core(from, to, session);
                findings.AddRange(Spikes(date, core, limit));
                findings.AddRange(Frozen(date, core));
                findings.AddRange(Missing(date, session, core, isFirst: from == 0, isLast: to == series.Count));
                findings.AddRange(to == series.Count ? Stale(date, session, core, now) : []);
            }

            from = to;
        }

        return findings;
    }

    private Bar[] Core(int from, int to, Session session) =>
        Array.FindAll(series.All[from..to].ToArray(), bar => bar.Start >= session.Open && bar.Start < session.Close);

    // Bars that follow each other at once.
    private double[] Moves()
    {
        var moves = new List<double>();
        for (var i = 1; i < series.Count; i++)
        {
            if (series[i].StartTicks == series[i - 1].EndTicks)
            {
                moves.Add(Math.Log(series[i].Close / series[i - 1].Close));
            }
        }

        return [.. moves];
    }

    // What came before the series' first bar was not asked for, and what comes after its last one is not known yet.
    private IEnumerable<QualityFinding> Missing(
        DateOnly date, Session session, Bar[] core, bool isFirst, bool isLast)
    {
        if (core.Length == 0)
        {
            yield break;
        }

        var there = core.Select(bar => (bar.StartTicks - session.Open.UtcTicks) / _step).ToHashSet();
        var (first, last) = (isFirst ? there.Min() : 0, isLast ? there.Max() : Slots(session) - 1);
        var (count, stretches) = (0, new List<(long From, long To)>());
        for (var slot = first; slot <= last; slot++)
        {
            if (there.Contains(slot) || IsHalted(session, slot))
            {
                continue;
            }

            count++;
            if (stretches.Count > 0 && stretches[^1].To == slot - 1)
            {
                stretches[^1] = (stretches[^1].From, slot);
            }
            else
            {
                stretches.Add((slot, slot));
            }
        }

        if (count > 0)
        {
            var shown = string.Join(", ", stretches.OrderByDescending(one => one.To - one.From).Take(StretchesShown)
                .OrderBy(one => one.From).Select(one => Stretch(session, one.From, one.To)));
            yield return new(QualityKind.MissingBars, date, date,
                $"{count} of {last - first + 1} bars are missing, without a halt that is known: {shown}"
                + (stretches.Count > StretchesShown ? $" and {stretches.Count - StretchesShown} more." : "."));
        }
    }

    private IEnumerable<QualityFinding> Spikes(DateOnly date, Bar[] core, double limit)
    {
        for (var i = 1; i < core.Length; i++)
        {
            var (bar, before) = (core[i], core[i - 1]);
            var there = Math.Log(bar.Close / before.Close);
            var back = i + 1 < core.Length ? Math.Log(core[i + 1].Close / bar.Close) : 0;
            var comesBack = Math.Min(Math.Abs(there), Math.Abs(back)) >= limit
                && Math.Abs(there + back) < Math.Abs(there) / 3;

            // A high or low far from everything around it is a print that nobody followed.
            var above = Math.Log(bar.High / Math.Max(Math.Max(bar.Open, bar.Close), before.Close));
            var below = Math.Log(Math.Min(Math.Min(bar.Open, bar.Close), before.Close) / bar.Low);
            if (comesBack)
            {
                yield return Spike(date, bar, $"the close goes {Percent(there)} and comes back at once");
            }
            else if (Math.Max(above, below) >= limit)
            {
                yield return Spike(
                    date, bar, above >= below ? $"the high goes {Percent(above)} and nothing follows"
                        : $"the low goes {Percent(-below)} and nothing follows");
            }
        }
    }

    private QualityFinding Spike(DateOnly date, in Bar bar, string what) => new(
        QualityKind.Spike, date, date, string.Create(
            CultureInfo.InvariantCulture,
            $"At {Clock(bar.Start)} {what}: o={bar.Open} h={bar.High} l={bar.Low} c={bar.Close}."));

    private IEnumerable<QualityFinding> Frozen(DateOnly date, Bar[] core)
    {
        for (var from = 0; from < core.Length;)
        {
            var to = from;
            while (to + 1 < core.Length && core[to + 1] with { StartTicks = 0, EndTicks = 0 }
                == core[from] with { StartTicks = 0, EndTicks = 0 })
            {
                to++;
            }

            if (to - from + 1 >= QualityLimits.IntradayFrozenBars)
            {
                yield return new(QualityKind.Frozen, date, date, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{to - from + 1} bars from {Clock(core[from].Start)} on are the same ({core[from].Close})."));
            }

            from = to + 1;
        }
    }

    // Whole sessions that are behind are told by the check for sessions.
    private IEnumerable<QualityFinding> Stale(DateOnly date, Session session, Bar[] core, DateTimeOffset now)
    {
        var until = now < session.Close ? now : session.Close;
        var from = core.Length > 0 ? core[^1].End : session.Open;
        var (behind, slots) = (0, Slots(session));
        for (var slot = (from - session.Open).Ticks / _step; slot < slots && EndOf(session, slot) <= until; slot++)
        {
            behind += IsHalted(session, slot) ? 0 : 1;
        }

        if (behind > QualityLimits.IntradayLateBars)
        {
            yield return new(QualityKind.Stale, date, date,
                $"The last bar ends at {Clock(from)}, {behind} bars behind {Clock(until)}.");
        }
    }

    private long Slots(Session session) => ((session.Close - session.Open).Ticks + _step - 1) / _step;

    private DateTimeOffset EndOf(Session session, long slot) =>
        session.Open.AddTicks((slot + 1) * _step) is var end && end < session.Close ? end : session.Close;

    private bool IsHalted(Session session, long slot)
    {
        var (start, end) = (session.Open.AddTicks(slot * _step), EndOf(session, slot));
        return halts.Any(halt => halt.From < end && halt.To > start);
    }

    private string Stretch(Session session, long from, long to) =>
        from == to ? Clock(session.Open.AddTicks(from * _step))
            : $"{Clock(session.Open.AddTicks(from * _step))} to {Clock(session.Open.AddTicks(to * _step))}";

    private string Clock(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, calendar.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Percent(double move) => string.Create(
        CultureInfo.InvariantCulture, $"{100 * (Math.Exp(move) - 1):+0.#;-0.#} %");
}
