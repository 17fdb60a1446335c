using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kobe.Desk.Bars;

namespace Kobe.Desk.Backtests;

/// <summary>What came of a backtest.</summary>
/// <param name="Series">What it was run on.</param>
/// <param name="Settings">Account and conditions.</param>
/// <param name="Curve">What the account was worth, day by day.</param>
/// <param name="Trades">Every position, in the order of their exits; those still open last.</param>
/// <param name="Fees">What trading cost besides prices, in dollars.</param>
/// <param name="Traded">The value of all fills, in dollars.</param>
/// <param name="Bars">How many bars were played, those for warming up included.</param>
public sealed record BacktestResult(
    IReadOnlyList<SeriesName> Series, BacktestSettings Settings, EquityCurve Curve, IReadOnlyList<Trade> Trades,
    double Fees, double Traded, long Bars)
{
    internal static IReadOnlyDictionary<string, int> NoneDenied { get; } = new SortedDictionary<string, int>();

    /// <summary>How many entries the limits denied, by the code of the gate that said no first.</summary>
    public IReadOnlyDictionary<string, int> Denied { get; init; } = NoneDenied;

    /// <summary>Whether any of the prices were made up.</summary>
    public bool IsSynthetic => Series.Any(name => name.IsSynthetic);

    /// <summary>A hash of curve and trades: equal results have equal ones, on every machine.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var day = 0; day < Curve.Count; day++)
        {
            Add(hash, Curve.Ticks[day], Curve.Equity[day]);
        }

        foreach (var trade in Trades)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{trade.Symbol} {trade.Side} {trade.Cause} "));
            Add(hash, trade.EnteredTicks, trade.EntryPrice);
            Add(hash, trade.ExitedTicks, trade.ExitPrice);
            Add(hash, trade.Bars, trade.Quantity);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, long whole, double number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, whole);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], number);
        hash.AppendData(bytes);
    }
}
