namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>The market's return differs on certain sessions, which are known before they begin.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">The idea.</param>
/// <param name="Marks">Which sessions; null for one that can't be judged.</param>
/// <param name="IsSize">Whether the size of the return counts rather than its direction.</param>
internal sealed record SessionHypothesis(
    string Name, string Claim, Func<SessionMark, bool?> Marks, bool IsSize = false) : Hypothesis(Name, Claim)
{
    /// <inheritdoc/>
    public override Samples Draw(StudyMarket market)
    {
        var returns = market.Panel.MarketReturns();
        var (marked, others) = (new List<double>(), new List<double>());
        for (var day = 1; day < returns.Length; day++)
        {
            if (double.IsFinite(returns[day]) && Marks(new(market, returns, day)) is { } isMarked)
            {
                (isMarked ? marked : others).Add(IsSize ? Math.Abs(returns[day]) : returns[day]);
            }
        }

        return new(marked, others);
    }
}
