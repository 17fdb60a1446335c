namespace Kobe.Desk.Backtests;

/// <summary>Gathers the account's values; of those of one day the last counts.</summary>
internal sealed class CurveDraft(double start)
{
    private readonly List<long> _ticks = [];
    private readonly List<double> _equity = [];
    private readonly List<double> _exposure = [];
    private long _day = long.MinValue;
    private long _moment;
    private double _value;
    private double _gross;

    public void Add(long day, long moment, double equity, double gross)
    {
        if (day != _day)
        {
            EndDay();
            _day = day;
        }

        (_moment, _value, _gross) = (moment, equity, gross);
    }

    public void EndDay()
    {
        if (_day != long.MinValue)
        {
            _ticks.Add(_moment);
            _equity.Add(_value);
            _exposure.Add(_value > 0 ? _gross / _value : 0);
            _day = long.MinValue;
        }
    }

    public EquityCurve Finish() => new(_ticks, _equity, _exposure, start);
}
