using Kobe.Plugins.Research.Hypotheses;

namespace Kobe.Plugins.Research.Patterns;

/// <summary>The shapes of bars that are looked for, with what is said to follow.</summary>
internal static class PatternCatalogue
{
    private const int Week = 5;

    /// <summary>All patterns, in the order in which the idle lane takes them.</summary>
    public static IReadOnlyList<SymbolHypothesis> All { get; } =
    [
        Of("hammer", "A long lower shadow and a close near the high, after a fall.",
            mark => mark.Change(5) < -0.03 && Body(mark) < 0.35 && mark.Place > 0.65),
        Of("shooting-star", "A long upper shadow and a close near the low, after a rise.",
            mark => mark.Change(5) > 0.03 && Body(mark) < 0.35 && mark.Place < 0.35),
        Of("doji", "An open and a close that are nearly the same.", mark => Body(mark) < 0.08),
        Of("bullish-engulfing", "A rise that covers the fall of the session before.",
            mark => Way(mark.Earlier(1)) < 0 && Way(mark) > 0
                && mark.Open <= mark.Earlier(1).Close && mark.Close >= mark.Earlier(1).Open),
        Of("bearish-engulfing", "A fall that covers the rise of the session before.",
            mark => Way(mark.Earlier(1)) > 0 && Way(mark) < 0
                && mark.Open >= mark.Earlier(1).Close && mark.Close <= mark.Earlier(1).Open),
        Of("inside-day", "A range within that of the session before.",
            mark => mark.High < mark.Earlier(1).High && mark.Low > mark.Earlier(1).Low),
        Of("outside-day", "A range around that of the session before.",
            mark => mark.High > mark.Earlier(1).High && mark.Low < mark.Earlier(1).Low),
        Of("narrow-range", "The narrowest range of seven sessions.", IsNarrowest),
        Of("breakout-month", "The highest close of 20 sessions.", mark => mark.IsExtreme(20, isHigh: true)),
        Of("breakdown-month", "The lowest close of 20 sessions.", mark => mark.IsExtreme(20, isHigh: false)),
        Of("three-rises", "Three rises in a row, each closing near its high.",
            mark => mark.Streak(3) >= 3 && mark.Place > 0.7 && mark.Earlier(1).Place > 0.7),
        Of("three-falls", "Three falls in a row, each closing near its low.",
            mark => mark.Streak(3) <= -3 && mark.Place < 0.3 && mark.Earlier(1).Place < 0.3),
        Of("open-gap", "An open above the high of the session before that was not filled.",
            mark => mark.Low > mark.Earlier(1).High),
        Of("false-breakout", "A new high of 20 sessions the day before, taken back at once.",
            mark => mark.Earlier(1).IsExtreme(20, isHigh: true) && mark.Close < mark.Earlier(2).Close),
        Of("mean-touch", "A fall to the mean of 20 sessions within a long rise.",
            mark => mark.ToMean(100) > 0 && mark.Low < mark.Days.Close(mark.Day, 20) && mark.ToMean(20) > 0),
        Of("volume-climax", "Four times the usual volume on a wide range.",
            mark => mark.RelativeVolume > 4 && mark.RelativeRange > 2),
    ];

    /// <summary>A pattern by its name; null when there is none.</summary>
    public static SymbolHypothesis? Find(string name) => All.FirstOrDefault(one => one.Name == name);

    private static SymbolHypothesis Of(string name, string claim, Func<SymbolMark, bool> marks) =>
        new(name, claim, mark => mark.Day >= 2 && marks(mark), Outcome.Return, Week);

    private static double Body(SymbolMark mark) => Math.Abs(mark.Close - mark.Open) / (mark.High - mark.Low);

    private static double Way(SymbolMark mark) => mark.Close - mark.Open;

    private static bool IsNarrowest(SymbolMark mark)
    {
        for (var i = 1; i <= 6; i++)
        {
            if (mark.Day < 6 || !(mark.Range < mark.Earlier(i).Range))
            {
                return false;
            }
        }

        return true;
    }
}
