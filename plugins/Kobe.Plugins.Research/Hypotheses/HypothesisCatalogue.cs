using Kobe.Contracts;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>The ideas that are tried, each said beforehand. A longer list makes each harder to believe.</summary>
internal static class HypothesisCatalogue
{
    /// <summary>How many questions are asked in all: each idea of the universe and of the index. Every probability is
    /// judged against this number (Bonferroni).</summary>
    public static int Family => 2 * All.Count;

    /// <summary>All ideas, in the order in which the idle lane takes them.</summary>
    public static IReadOnlyList<Hypothesis> All { get; } = [.. Sessions(), .. Days(), .. Moves(), .. Ranks()];

    /// <summary>An idea by its name; null when there is none.</summary>
    public static Hypothesis? Find(string name) => All.FirstOrDefault(one => one.Name == name);

    private static IEnumerable<Hypothesis> Sessions() =>
    [
        new SessionHypothesis("monday", "Mondays return something else than other days.",
            mark => mark.Date.DayOfWeek == DayOfWeek.Monday),
        new SessionHypothesis("tuesday", "Tuesdays return something else than other days.",
            mark => mark.Date.DayOfWeek == DayOfWeek.Tuesday),
        new SessionHypothesis("wednesday", "Wednesdays return something else than other days.",
            mark => mark.Date.DayOfWeek == DayOfWeek.Wednesday),
        new SessionHypothesis("thursday", "Thursdays return something else than other days.",
            mark => mark.Date.DayOfWeek == DayOfWeek.Thursday),
        new SessionHypothesis("friday", "Fridays return something else than other days.",
            mark => mark.Date.DayOfWeek == DayOfWeek.Friday),
        new SessionHypothesis("turn-of-month", "The last session of a month and the first three after it are better.",
            mark => mark.IsLastOfMonth || mark.OfMonth <= 3),
        new SessionHypothesis("first-half-of-month", "The first ten sessions of a month are better than the rest.",
            mark => mark.OfMonth <= 10),
        new SessionHypothesis("pre-holiday", "The session before a holiday is better.", mark => mark.IsBeforeHoliday),
        new SessionHypothesis("post-holiday", "The session after a holiday is different.", mark => mark.IsAfterHoliday),
        new SessionHypothesis("january", "January is different from other months.", mark => mark.Date.Month == 1),
        new SessionHypothesis("september", "September is worse than other months.", mark => mark.Date.Month == 9),
        new SessionHypothesis("winter-half", "November to April is better than May to October.",
            mark => mark.Date.Month is >= 11 or <= 4),
        new SessionHypothesis("expiry-week", "The week in which options expire is different.",
            mark => mark.Seasons.HasFlag(Season.EXPIRY_WEEK)),
        new SessionHypothesis("quarter-end", "The last sessions of a quarter are different.",
            mark => mark.Seasons.HasFlag(Season.QUARTER_END)),
        new SessionHypothesis("earnings-season", "Weeks of company reports are different.",
            mark => mark.Seasons.HasFlag(Season.EARNINGS)),
        new SessionHypothesis("earnings-season-moves", "Weeks of company reports move more.",
            mark => mark.Seasons.HasFlag(Season.EARNINGS), IsSize: true),
    ];

    private static IEnumerable<Hypothesis> Days() =>
    [
        new SessionHypothesis("market-reversal", "After a falling market the next session is better.",
            mark => mark.Before(1) is var before && double.IsFinite(before) ? before < 0 : null),
        new SessionHypothesis("market-momentum-month", "After a rising month the next session is better.",
            mark => mark.Sum(21) is var sum && double.IsFinite(sum) ? sum > 0 : null),
        new SessionHypothesis("volatility-after-shock", "After a move of two percent the market moves more.",
            mark => mark.Before(1) is var before && double.IsFinite(before) ? Math.Abs(before) > 0.02 : null,
            IsSize: true),
        new SessionHypothesis("calm-persists", "After five sessions below half a percent the market moves less.",
            mark => mark.Sum(5) is var sum && double.IsFinite(sum) ? IsCalm(mark) : null, IsSize: true),
        new SymbolHypothesis("overnight-after-fall", "After a falling session the night is better.",
            mark => mark.Return < 0, Outcome.Overnight),
        new SymbolHypothesis("overnight-after-rise", "After a rise of two percent the night gives some of it back.",
            mark => mark.Return > 0.02, Outcome.Overnight),
        new SymbolHypothesis("intraday-after-strong-close", "A close at the high leads to a better next session.",
            mark => mark.Place > 0.9, Outcome.NextIntraday),
        new SymbolHypothesis("gap-up-fades", "After a gap of one percent upwards the session falls.",
            mark => mark.Overnight > 0.01, Outcome.Intraday, 0),
        new SymbolHypothesis("gap-down-fades", "After a gap of one percent downwards the session rises.",
            mark => mark.Overnight < -0.01, Outcome.Intraday, 0),
        new SymbolHypothesis("large-gap-goes-on", "After a gap of three percent upwards the session goes on.",
            mark => mark.Overnight > 0.03, Outcome.Intraday, 0),
    ];

    private static IEnumerable<Hypothesis> Moves() =>
    [
        new SymbolHypothesis("shock-down-bounces", "After a fall of three deviations the next week is better.",
            mark => mark.Shock < -3, Sessions: 5),
        new SymbolHypothesis("shock-up-drifts", "After a rise of three deviations the next ten sessions are better.",
            mark => mark.Shock > 3, Sessions: 10),
        new SymbolHypothesis("shock-moves-on", "After a move of three deviations a share moves more for a week.",
            mark => Math.Abs(mark.Shock) > 3, Outcome.Size, 5),
        new SymbolHypothesis("three-down", "After three falling sessions the next one is better.",
            mark => mark.Streak(3) <= -3),
        new SymbolHypothesis("three-up", "After three rising sessions the next one is worse.",
            mark => mark.Streak(3) >= 3),
        new SymbolHypothesis("five-down", "After five falling sessions the next five are better.",
            mark => mark.Streak(5) <= -5, Sessions: 5),
        new SymbolHypothesis("volume-spike", "After three times the usual volume the next five sessions are better.",
            mark => mark.RelativeVolume > 3, Sessions: 5),
        new SymbolHypothesis("volume-spike-fall", "A fall on twice the usual volume is made good within a week.",
            mark => mark.RelativeVolume > 2 && mark.Return < -0.02, Sessions: 5),
        new SymbolHypothesis("volume-dries-up", "After less than half the usual volume a share moves less.",
            mark => mark.RelativeVolume < 0.5, Outcome.Size),
        new SymbolHypothesis("range-contraction", "After a range of less than half the usual one a share moves more.",
            mark => mark.RelativeRange < 0.5, Outcome.Size, 5),
        new SymbolHypothesis("range-expansion", "After twice the usual range a share moves more.",
            mark => mark.RelativeRange > 2, Outcome.Size, 5),
        new SymbolHypothesis("inside-day-breaks-up", "After a range within the one before the next five are better.",
            mark => mark.High < mark.Earlier(1).High && mark.Low > mark.Earlier(1).Low, Sessions: 5),
        new SymbolHypothesis("high-of-year", "After the highest close of a year the next 21 sessions are better.",
            mark => mark.IsExtreme(252, isHigh: true), Sessions: 21),
        new SymbolHypothesis("low-of-year", "After the lowest close of a year the next 21 sessions are better.",
            mark => mark.IsExtreme(252, isHigh: false), Sessions: 21),
        new SymbolHypothesis("above-long-mean", "Above the mean of 200 sessions the next five are better.",
            mark => mark.ToMean(200) > 0, Sessions: 5),
        new SymbolHypothesis("pullback-in-rise", "A fall below the short mean within a long rise is made good.",
            mark => mark.ToMean(200) > 0 && mark.ToMean(10) < -0.03, Sessions: 5),
    ];

    private static IEnumerable<Hypothesis> Ranks() =>
    [
        .. new[] { 21, 63, 126, 252 }.Select(days => new RankHypothesis(
            $"momentum-{days}", $"What rose most in {days} sessions does better in the next 21.",
            mark => mark.Change(days), 21)),
        .. new[] { 1, 3, 5 }.Select(days => new RankHypothesis(
            $"reversal-{days}", $"What fell most in {days} sessions does better in the next {days}.",
            mark => -mark.Change(days), days)),
        new RankHypothesis("momentum-without-last-month", "A year's rise without its last month goes on.",
            mark => mark.Earlier(21) is { Day: > 231 } then ? then.Change(231) : double.NaN, 21),
        new RankHypothesis("low-volatility", "Calm shares do better than wild ones.",
            mark => -mark.Volatility(60), 21),
        new RankHypothesis("near-high", "Shares near the mean of their last month's closes or above do better.",
            mark => mark.ToMean(21), 5),
        new RankHypothesis("volume-rank", "What trades more than usual does better in the next week.",
            mark => mark.RelativeVolume, 5),
        new RankHypothesis("sector-rotation", "The sectors that rose most in 63 sessions do better in the next 21.",
            mark => mark.Change(63), 21, IsBySector: true),
        new RankHypothesis("sector-reversal", "The sectors that fell most in a week do better in the next.",
            mark => -mark.Change(5), 5, IsBySector: true),
        new RankHypothesis("overnight-rank", "What rose in the night does better until the next close.",
            mark => mark.Overnight, 1),
    ];

    private static bool IsCalm(SessionMark mark)
    {
        for (var i = 1; i <= 5; i++)
        {
            if (Math.Abs(mark.Before(i)) > 0.005)
            {
                return false;
            }
        }

        return true;
    }
}
