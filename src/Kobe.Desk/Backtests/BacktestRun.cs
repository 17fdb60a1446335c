using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests;

/// <summary>One run: moment after moment until the bars are through.</summary>
internal sealed class BacktestRun
{
    // New York's trading days end at 00:00 or 01:00 UTC and begin at 08:00 or 09:00.
    private const long DayBreakTicks = 5 * TimeSpan.TicksPerHour;

    // Often enough to be stopped at once, seldom enough not to be felt.
    private const int CancelMask = 0xFFFF;

    private readonly BacktestSettings _settings;
    private readonly SymbolRun[] _runs;
    private readonly Portfolio _portfolio;
    private readonly CurveDraft _curve;
    private readonly List<SymbolRun> _candidates = [];
    private readonly ICollection<MarkedDecision>? _decisions;
    private readonly BarGates? _gates;
    private readonly long _from;
    private readonly long _to;

    public BacktestRun(
        IReadOnlyList<BarSeries> series, Func<BarSeries, IStrategy> strategy, BacktestSettings settings,
        ICollection<MarkedDecision>? decisions)
    {
        (_settings, _decisions) = (settings, decisions);
        (_from, _to) = (settings.From.UtcTicks, settings.To.UtcTicks);
        _portfolio = new Portfolio(settings);
        _runs = [.. series.Select((one, index) => new SymbolRun(index, one, strategy(one), _portfolio))];
        _curve = new CurveDraft(settings.Cash);
        _gates = settings.Limits is { } limits ? new BarGates(limits, settings, _portfolio) : null;
    }

    public BacktestResult Play(CancellationToken cancel)
    {
        var merge = new BarMerge(_runs);
        var bars = 0L;
        while (!merge.IsEmpty && merge.First.NextEnd is var moment && moment <= _to)
        {
            var start = merge.First.NextStart;
            do
            {
                var run = merge.First;
                var decision = run.Step();
                merge.Renew();
                if (decision.Kind != DecisionKind.None && moment >= _from)
                {
                    Take(run, decision, moment);
                }

                if ((++bars & CancelMask) == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                }
            }
            while (!merge.IsEmpty && merge.First.NextEnd == moment);

            EndMoment(moment, start);
        }

        _curve.EndDay();
        foreach (var run in _runs)
        {
            run.CountOpenPosition();
        }

        return new(
            [.. _runs.Select(run => run.Name)], _settings, _curve.Finish(), _portfolio.Trades, _portfolio.Fees,
            _portfolio.Traded, bars)
        {
            Denied = _gates?.Denied ?? BacktestResult.NoneDenied,
        };
    }

    private void Take(SymbolRun run, in Decision decision, long moment)
    {
        _decisions?.Add(new(moment, run.Index, decision));
        if (run.Take(decision))
        {
            _candidates.Add(run);
        }
    }

    private void EndMoment(long moment, long start)
    {
        if (moment < _from)
        {
            return;
        }

        var equity = _portfolio.Equity(out var gross);
        var day = (start - DayBreakTicks) / TimeSpan.TicksPerDay;
        _gates?.Value(day, equity);
        if (_candidates.Count > 0)
        {
            Size(equity, gross, moment);
        }

        _curve.Add(day, moment, equity, gross);
    }

    private void Size(double equity, double gross, long moment)
    {
        if (_candidates.Count > 1)
        {
            _candidates.Sort(static (one, other) =>
                other.Wanted.Score.CompareTo(one.Wanted.Score) is not 0 and var order
                    ? order
                    : one.Index.CompareTo(other.Index));
        }

        var places = _settings.Sizing.PositionsMax - _portfolio.OpenCount;
        foreach (var run in _candidates)
        {
            var amount = places > 0
                ? _settings.Sizing.Amount(equity, gross, run.ExpectedPrice, run.Wanted.Stop)
                : 0;
            if (_gates is not null && run.SharesFor(amount) > 0 && !_gates.Passes(run, amount, equity, moment))
            {
                amount = 0;
            }

            if (run.Place(amount))
            {
                places--;
                gross += amount;
            }
        }

        _candidates.Clear();
    }
}
