namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>A symbol on a date, with what was known when its session ended. NaN where its history does not
/// suffice.</summary>
/// <param name="Days">The symbol.</param>
/// <param name="Day">The date's place.</param>
internal readonly record struct SymbolMark(SymbolDays Days, int Day)
{
    /// <summary>The open.</summary>
    public double Open => Days.Panel.Open[Days.Symbol][Day];

    /// <summary>The highest price.</summary>
    public double High => Days.Panel.High[Days.Symbol][Day];

    /// <summary>The lowest price.</summary>
    public double Low => Days.Panel.Low[Days.Symbol][Day];

    /// <summary>The close.</summary>
    public double Close => Days.Panel.Close[Days.Symbol][Day];

    /// <summary>The return of the session.</summary>
    public double Return => Days.Panel.Return(Days.Symbol, Day);

    /// <summary>The step from the last close to the open, as a logarithm.</summary>
    public double Overnight => Day > 0 ? Math.Log(Open / Earlier(1).Close) : double.NaN;

    /// <summary>The way from the open to the close, as a logarithm.</summary>
    public double Intraday => Math.Log(Close / Open);

    /// <summary>The range as a share of the close.</summary>
    public double Range => (High - Low) / Close;

    /// <summary>The range against the mean of the 20 sessions before.</summary>
    public double RelativeRange => Range / Days.Range(Day, 20);

    /// <summary>The volume against the mean of the 20 sessions before.</summary>
    public double RelativeVolume => Days.Panel.Volume[Days.Symbol][Day] / Days.Volume(Day, 20);

    /// <summary>The return in deviations of the 60 sessions before.</summary>
    public double Shock => Return / Days.Volatility(Day, 60);

    /// <summary>Where the close lies in the session's range, 0 to 1.</summary>
    public double Place => (Close - Low) / (High - Low);

    /// <summary>The same symbol so many sessions earlier.</summary>
    public SymbolMark Earlier(int sessions) => this with { Day = Day - sessions };

    /// <summary>The return of so many sessions up to this one, as a logarithm.</summary>
    public double Change(int sessions) =>
        Day >= sessions ? Math.Log(Close / Days.Panel.Close[Days.Symbol][Day - sessions]) : double.NaN;

    /// <summary>The close against the mean of so many sessions, as a share.</summary>
    public double ToMean(int sessions) => (Close / Days.Close(Day, sessions)) - 1;

    /// <summary>The volatility of a session over so many before.</summary>
    public double Volatility(int sessions) => Days.Volatility(Day, sessions);

    /// <summary>Whether the close is the highest, or the lowest, of so many sessions.</summary>
    public bool IsExtreme(int sessions, bool isHigh)
    {
        if (Day < sessions || double.IsNaN(Close))
        {
            return false;
        }

        var closes = Days.Panel.Close[Days.Symbol];
        for (var day = Day - sessions; day < Day; day++)
        {
            if (isHigh ? closes[day] > Close : closes[day] < Close)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many sessions in a row, this one included, went one way; negative downwards.</summary>
    public int Streak(int most)
    {
        var way = Way(Return);
        var count = 0;
        while (count < most && Day - count > 0 && way != 0 && Way(Earlier(count).Return) == way)
        {
            count++;
        }

        return way * count;
    }

    // A session without a bar, or the one after it, went no way; Math.Sign refuses what is no number.
    private static int Way(double change) => double.IsNaN(change) ? 0 : Math.Sign(change);
}
