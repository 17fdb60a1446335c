namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>Something follows a condition of single symbols.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">The idea.</param>
/// <param name="Marks">When the condition holds.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="Sessions">Over how many sessions.</param>
internal sealed record SymbolHypothesis(
    string Name, string Claim, Func<SymbolMark, bool> Marks, Outcome Outcome = Outcome.Return, int Sessions = 1)
    : Hypothesis(Name, Claim)
{
    /// <inheritdoc/>
    public override Samples Draw(StudyMarket market)
    {
        var panel = market.Panel;
        var days = Enumerable.Range(0, panel.Count).Select(symbol => new SymbolDays(panel, symbol)).ToArray();
        var (marked, others) = (new List<double>(), new List<double>());
        var (nextMarked, nextOther) = (0, 0);
        for (var day = 1; day < panel.Days; day++)
        {
            var (one, other) = Means(days, day);
            if (double.IsFinite(one) && day >= nextMarked)
            {
                marked.Add(one);
                nextMarked = day + Sessions;
            }

            if (double.IsFinite(other) && day >= nextOther)
            {
                others.Add(other);
                nextOther = day + Sessions;
            }
        }

        return new(marked, others);
    }

    /// <summary>What followed a mark; NaN when it lies in the future or a price is missing.</summary>
    public double Followed(SymbolMark mark)
    {
        if (Outcome == Outcome.Intraday)
        {
            return mark.Intraday;
        }

        if (mark.Day + Sessions >= mark.Days.Panel.Days)
        {
            return double.NaN;
        }

        return Outcome switch
        {
            Outcome.Return => mark.Earlier(-Sessions).Change(Sessions),
            Outcome.Overnight => mark.Earlier(-1).Overnight,
            Outcome.NextIntraday => mark.Earlier(-1).Intraday,
            _ => Size(mark),
        };
    }

    private double Size(SymbolMark mark)
    {
        var sum = 0.0;
        for (var i = 1; i <= Sessions; i++)
        {
            sum += Math.Abs(mark.Earlier(-i).Return);
        }

        return sum / Sessions;
    }

    private (double Marked, double Other) Means(SymbolDays[] days, int day)
    {
        var (marked, markedCount, other, otherCount) = (0.0, 0, 0.0, 0);
        foreach (var symbol in days)
        {
            var mark = new SymbolMark(symbol, day);
            if (Followed(mark) is var followed && !double.IsFinite(followed))
            {
                continue;
            }

            if (Marks(mark))
            {
                (marked, markedCount) = (marked + followed, markedCount + 1);
            }
            else
            {
                (other, otherCount) = (other + followed, otherCount + 1);
            }
        }

        return (markedCount > 0 ? marked / markedCount : double.NaN, otherCount > 0 ? other / otherCount : double.NaN);
    }
}
