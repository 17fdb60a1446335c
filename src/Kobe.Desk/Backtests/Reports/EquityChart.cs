using System.Globalization;
using System.Security;
using System.Text;
using Kobe.Desk.Bars;

namespace Kobe.Desk.Backtests.Reports;

/// <summary>An equity curve as a picture: SVG with the account above and its fall from the peak below.</summary>
/// <remarks>One element a line and no script, so that a page can hold it as it is.</remarks>
public static class EquityChart
{
    private const int Width = 800;
    private const int CurveTop = 40;
    private const int CurveBottom = 300;
    private const int FallTop = 320;
    private const int FallBottom = 400;
    private const int Left = 70;
    private const int Right = Width - 15;

    // Two points a pixel show all that a picture of this width can.
    private const int PointsMax = 2 * Width;

    /// <summary>Draws a result.</summary>
    /// <param name="result">What came of a backtest.</param>
    /// <param name="title">What was tried; SYNTHETIC is put before it where prices were made up.</param>
    /// <param name="comparison">A second curve over the same days, drawn thinner; null for none.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(BacktestResult result, string title, EquityCurve? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(title);
        var mark = result.IsSynthetic ? SeriesName.SyntheticMark + " PRICES · " : "";
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} 430\" font-family=\"sans-serif\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"430\" fill=\"white\"/>\n");
        Text(svg, Left, 22, mark + title, "start", 14);
        if (result.Curve.Count > 1)
        {
            Draw(svg, result.Curve, comparison);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, EquityCurve curve, EquityCurve? comparison)
    {
        var all = comparison is null ? curve.Equity : [.. curve.Equity, .. comparison.Equity];
        var (low, high) = (Math.Min(all.Min(), curve.Start), Math.Max(all.Max(), curve.Start));
        double Y(double value) => high > low
            ? CurveBottom - ((value - low) / (high - low) * (CurveBottom - CurveTop))
            : (CurveTop + CurveBottom) / 2.0;
        foreach (var value in (double[])[low, (low + high) / 2, high])
        {
            Line(svg, Y(value));
            Text(svg, Left - 6, Y(value) + 4, value.ToString("#,##0", CultureInfo.InvariantCulture), "end");
        }

        if (comparison is not null)
        {
            Path(svg, comparison.Equity, Y, "#888", 1);
        }

        Path(svg, curve.Equity, Y, "#0a58ca", 1.5);
        DrawFall(svg, curve);
        for (var part = 0; part <= 4; part++)
        {
            var day = (curve.Count - 1) * part / 4;
            Text(svg, X(day, curve.Count), 420, curve.At(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                part == 0 ? "start" : part == 4 ? "end" : "middle");
        }
    }

    private static void DrawFall(StringBuilder svg, EquityCurve curve)
    {
        var (peak, falls) = (curve.Start, new double[curve.Count]);
        for (var day = 0; day < falls.Length; day++)
        {
            peak = Math.Max(peak, curve.Equity[day]);
            falls[day] = (curve.Equity[day] / peak) - 1;
        }

        var deepest = Math.Min(falls.Min(), -0.01);
        double Y(double fall) => FallTop + (fall / deepest * (FallBottom - FallTop));
        foreach (var value in (double[])[0, deepest])
        {
            Line(svg, Y(value));
            Text(svg, Left - 6, Y(value) + 4, (100 * value).ToString("0", CultureInfo.InvariantCulture) + " %", "end");
        }

        Path(svg, falls, Y, "#b02a37", 1);
    }

    private static void Path(
        StringBuilder svg, IReadOnlyList<double> values, Func<double, double> y, string colour, double width)
    {
        svg.Append("<path fill=\"none\" stroke=\"").Append(colour).Append("\" stroke-width=\"")
            .Append(width.ToString(CultureInfo.InvariantCulture)).Append("\" d=\"");
        var step = Math.Max(1, values.Count / PointsMax);
        for (var day = 0; day < values.Count; day += step)
        {
            svg.Append(day == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{X(day, values.Count):0.#} {y(values[day]):0.#}");
        }

        svg.Append(CultureInfo.InvariantCulture, $"L{X(values.Count - 1, values.Count):0.#} {y(values[^1]):0.#}\"/>\n");
    }

    private static double X(int day, int count) => Left + ((Right - Left) * (double)day / (count - 1));

    private static void Line(StringBuilder svg, double y) => svg.Append(CultureInfo.InvariantCulture,
        $"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"#ddd\"/>\n");

    private static void Text(
        StringBuilder svg, double x, double y, string text, string anchor, int size = 12) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size}\">")
            .Append(SecurityElement.Escape(text)).Append("</text>\n");
}
