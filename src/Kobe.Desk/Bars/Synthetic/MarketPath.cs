using Kobe.Core.Markets;
using Kobe.Desk.Randomness;

namespace Kobe.Desk.Bars.Synthetic;

/// <summary>What moves all symbols of a synthetic market together: a mood and a return for each session.</summary>
internal sealed class MarketPath
{
    private const double DaysPerYear = 252;

    public MarketPath(SyntheticSettings settings, ExchangeCalendar calendar)
    {
        var random = new SeededRandom(settings.Seed).Split("market");
        var (days, returns, regimes) = (new List<TradingDay>(), new List<double>(), new List<Regime>());
        var regime = Regime.Calm;
        for (var day = calendar.NextSession(settings.From.AddDays(-1)); day is not null && day.Date <= settings.To;
             day = calendar.NextSession(day.Date))
        {
            regime = Next(regime, random);
            var (drift, volatility) = Mood(regime);
            days.Add(day);
            regimes.Add(regime);
            returns.Add((drift / DaysPerYear) + (volatility / Math.Sqrt(DaysPerYear) * random.Normal()));
        }

        (Days, Returns, Regimes) = (days, returns, regimes);
    }

    public IReadOnlyList<TradingDay> Days { get; }

    /// <summary>Logarithmic returns from close to close.</summary>
    public IReadOnlyList<double> Returns { get; }

    public IReadOnlyList<Regime> Regimes { get; }

    /// <summary>How wild a mood is against the calm one.</summary>
    public static double Wildness(Regime regime) => Mood(regime).Volatility / Mood(Regime.Calm).Volatility;

    // Growth and volatility a year, about those of the S&P 500 in such times.
    private static (double Drift, double Volatility) Mood(Regime regime) => regime switch
    {
        Regime.Calm => (0.14, 0.11),
        Regime.Nervous => (0.02, 0.22),
        _ => (-0.50, 0.48),
    };

    // Calm lasts for most of a year, nerves for months, a crisis for weeks.
    private static Regime Next(Regime regime, SeededRandom random) => (regime, random.Share()) switch
    {
        (Regime.Calm, < 0.005) => Regime.Nervous,
        (Regime.Calm, < 0.0055) => Regime.Crisis,
        (Regime.Nervous, < 0.012) => Regime.Calm,
        (Regime.Nervous, < 0.018) => Regime.Crisis,
        (Regime.Crisis, < 0.03) => Regime.Nervous,
        _ => regime,
    };
}
