using Kobe.Desk.Bars;

namespace Kobe.Plugins.Research.Intraday;

/// <summary>What a session has been so far.</summary>
/// <remarks>The efficiency ratio of Perry Kaufman (Smarter Trading, 1995): the way from the open to the last price by
/// the sum of all steps of five minutes. Near 1 it went straight, near 0 it went nowhere.</remarks>
/// <param name="Change">The way from the open, as a share.</param>
/// <param name="Efficiency">0 to 1; NaN without steps.</param>
internal readonly record struct DayShape(double Change, double Efficiency)
{
    /// <summary>The minutes of a step: single minutes are mostly noise.</summary>
    public const int StepMinutes = 5;

    private const double Straight = 0.35;

    /// <summary><c>TREND_UP</c>, <c>TREND_DOWN</c> or <c>CHOP</c>.</summary>
    public string Kind => !(Efficiency >= Straight) ? "CHOP" : Change > 0 ? "TREND_UP" : "TREND_DOWN";

    /// <summary>Reads the minutes of a session.</summary>
    public static DayShape Of(ReadOnlySpan<Bar> minutes)
    {
        var (last, way) = (minutes[0].Open, 0.0);
        for (var i = StepMinutes - 1; i < minutes.Length; i += StepMinutes)
        {
            way += Math.Abs(minutes[i].Close - last);
            last = minutes[i].Close;
        }

        return new((last / minutes[0].Open) - 1, way > 0 ? Math.Abs(last - minutes[0].Open) / way : double.NaN);
    }
}
