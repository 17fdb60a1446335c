using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Snapshots;

/// <summary>A symbol's indicators after its last complete bar; null where its bars don't suffice.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Date">The date of the last bar.</param>
/// <param name="Close">The last close.</param>
/// <param name="Sma20">The mean close of 20 sessions; likewise 50 and 200.</param>
/// <param name="Sma50">The mean close of 50 sessions.</param>
/// <param name="Sma200">The mean close of 200 sessions.</param>
/// <param name="Ema20">The exponential mean of 20 sessions.</param>
/// <param name="Rsi2">Relative strength of two sessions, 0 to 100.</param>
/// <param name="Rsi14">Relative strength of 14 sessions.</param>
/// <param name="Atr14">The mean true range of 14 sessions, in price units.</param>
/// <param name="Adx14">The strength of the trend, 0 to 100.</param>
/// <param name="UpperBand">The upper Bollinger band (20 sessions, 2 deviations).</param>
/// <param name="LowerBand">The lower one.</param>
/// <param name="Volatility20">Realised volatility of 20 sessions, a year's worth.</param>
/// <param name="Volume20">The mean volume of 20 sessions.</param>
/// <param name="RelativeVolume">The last volume against that mean.</param>
/// <param name="High252">The highest price of 252 sessions, or of as many as there are.</param>
/// <param name="Low252">The lowest one.</param>
/// <param name="Return5">The return of 5 sessions as a share; likewise 21, 63 and 252.</param>
/// <param name="Return21">The return of 21 sessions.</param>
/// <param name="Return63">The return of 63 sessions.</param>
/// <param name="Return252">The return of 252 sessions.</param>
internal sealed record IndicatorRow(
    string Symbol, string Date, double Close, double? Sma20, double? Sma50, double? Sma200, double? Ema20,
    double? Rsi2, double? Rsi14, double? Atr14, double? Adx14, double? UpperBand, double? LowerBand,
    double? Volatility20, double? Volume20, double? RelativeVolume, double High252, double Low252, double? Return5,
    double? Return21, double? Return63, double? Return252)
{
    // A year for the extremes, and as much again for smoothed averages to forget where they began.
    private const int Bars = 504;
    private const int Year = 252;

    /// <summary>Takes the indicators of a series.</summary>
    /// <param name="series">The bars, at least one.</param>
    public static IndicatorRow Of(BarSeries series)
    {
        var bars = series.All[^Math.Min(Bars, series.Count)..];
        var (sma20, sma50, sma200, ema20) = (new Sma(20), new Sma(50), new Sma(200), new Ema(20));
        var (rsi2, rsi14, atr, adx) = (new Rsi(2), new Rsi(14), new Atr(14), new Adx(14));
        var (bands, volatility, volume) = (new Bollinger(20, 2), new RealizedVolatility(20), new Sma(20));
        foreach (ref readonly var bar in bars)
        {
            sma20.Update(bar.Close);
            sma50.Update(bar.Close);
            sma200.Update(bar.Close);
            ema20.Update(bar.Close);
            rsi2.Update(bar.Close);
            rsi14.Update(bar.Close);
            atr.Update(bar);
            adx.Update(bar);
            bands.Update(bar.Close);
            volatility.Update(bar.Close);
            volume.Update(bar.Volume);
        }

        var last = bars[^1];
        var (high, low) = Extremes(bars[^Math.Min(Year, bars.Length)..]);
        return new(
            series.Name.Symbol, Told.Date(DateOnly.FromDateTime(last.Start.UtcDateTime)), last.Close,
            Figure.Of(sma20.Value), Figure.Of(sma50.Value), Figure.Of(sma200.Value), Figure.Of(ema20.Value),
            Figure.Of(rsi2.Value), Figure.Of(rsi14.Value), Figure.Of(atr.Value), Figure.Of(adx.Value),
            Figure.Of(bands.Upper), Figure.Of(bands.Lower), Figure.Of(volatility.Value), Figure.Of(volume.Value, 0),
            Figure.Of(last.Volume / volume.Value), high, low, Change(bars, 5), Change(bars, 21), Change(bars, 63),
            Change(bars, Year));
    }

    private static double? Change(ReadOnlySpan<Bar> bars, int days) =>
        bars.Length > days ? Figure.Of((bars[^1].Close / bars[^(days + 1)].Close) - 1) : null;

    private static (double High, double Low) Extremes(ReadOnlySpan<Bar> bars)
    {
        var (high, low) = (bars[0].High, bars[0].Low);
        foreach (ref readonly var bar in bars)
        {
            (high, low) = (Math.Max(high, bar.High), Math.Min(low, bar.Low));
        }

        return (high, low);
    }
}
