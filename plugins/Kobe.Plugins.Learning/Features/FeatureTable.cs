using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Hypotheses;

namespace Kobe.Plugins.Learning.Features;

/// <summary>The inputs of the models: one row for each symbol and date.</summary>
/// <param name="Horizon">Over how many sessions the outcome is measured.</param>
/// <param name="Rows">The rows in the order of dates, then of symbols.</param>
/// <param name="Fingerprint">SHA-256 over names, horizon and every number: the same inputs have the same one.</param>
internal sealed record FeatureTable(int Horizon, IReadOnlyList<FeatureRow> Rows, string Fingerprint)
{
    // The longest look back of a feature.
    private const int WarmUp = 64;

    /// <summary>The names of the features.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "return1", "return5", "return21", "return63", "to_mean20", "volatility20", "relative_volume", "place",
        "overnight", "market5", "market21",
    ];

    /// <summary>The rows whose outcome is known.</summary>
    public IReadOnlyList<FeatureRow> Known { get; } = [.. Rows.Where(row => double.IsFinite(row.Followed))];

    /// <summary>The rows of the last date: what is to be scored.</summary>
    public IReadOnlyList<FeatureRow> Last { get; } =
        Rows.Count == 0 ? [] : [.. Rows.Where(row => row.Day == Rows[^1].Day)];

    /// <summary>Makes the rows of a panel. Each uses closes up to its date only, and its outcome those after.</summary>
    public static FeatureTable Of(PricePanel panel, int horizon)
    {
        var (market, rows) = (panel.MarketReturns(), new List<FeatureRow>());
        var days = Enumerable.Range(0, panel.Count).Select(symbol => new SymbolDays(panel, symbol)).ToArray();
        for (var day = WarmUp; day < panel.Days; day++)
        {
            var (week, month) = (Sum(market, day, 5), Sum(market, day, 21));
            foreach (var symbol in days)
            {
                var mark = new SymbolMark(symbol, day);
                double[] values =
                [
                    mark.Change(1), mark.Change(5), mark.Change(21), mark.Change(63), mark.ToMean(20),
                    mark.Volatility(20), Math.Log(Math.Max(mark.RelativeVolume, 0.01)), Place(mark), mark.Overnight,
                    week, month,
                ];
                if (Array.TrueForAll(values, double.IsFinite))
                {
                    var followed = day + horizon < panel.Days ? mark.Earlier(-horizon).Change(horizon) : double.NaN;
                    rows.Add(new(day, panel.Dates[day], panel.Symbols[symbol.Symbol], values, followed));
                }
            }
        }

        return new(horizon, rows, Hash(horizon, rows));
    }

    // A session without a range has its close in the middle of nothing.
    private static double Place(SymbolMark mark) => mark.High > mark.Low ? mark.Place : 0.5;

    private static double Sum(double[] returns, int day, int sessions)
    {
        var sum = 0.0;
        for (var i = 0; i < sessions; i++)
        {
            sum += returns[day - i];
        }

        return sum;
    }

    private static string Hash(int horizon, List<FeatureRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{horizon} {string.Join(' ', Names)}"));
        var bytes = new byte[8 * (Names.Count + 2)];
        foreach (var row in rows)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, row.Date.DayNumber);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), row.Followed);
            for (var i = 0; i < row.Values.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * (i + 2)), row.Values[i]);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(row.Symbol));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
