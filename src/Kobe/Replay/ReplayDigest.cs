using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kobe.Replay.Cards;
using Kobe.Replay.Desk;

namespace Kobe.Replay;

/// <summary>What a replay determines, as one digest: occurrences, when they started and how they ended, orders and
/// results. What handlers read of the machine is not in it.</summary>
internal static class ReplayDigest
{
    /// <summary>SHA-256, in hex.</summary>
    public static string Of(DayCards cards, DeskBook desk)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        foreach (var day in cards.Days)
        {
            foreach (var run in day.Runs)
            {
                line.Clear().Append(run.Key.ToString()).Append('|').Append(run.Due.UtcTicks).Append('|')
                    .Append(run.Final?.ToString() ?? (run.IsHeld ? "held" : "pending"));
                foreach (var start in run.Starts)
                {
                    line.Append('|').Append(start.UtcTicks);
                }

                Add(line, hash);
            }

            line.Clear().Append(CultureInfo.InvariantCulture, $"{day.Date:O}|{day.Bulk}");
            Add(line, hash);
            if (desk.Of(day.Date) is { } traded)
            {
                Add(traded, line, hash);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(DeskDay day, StringBuilder line, IncrementalHash hash)
    {
        foreach (var order in day.Orders)
        {
            line.Clear().Append(order.At.UtcTicks).Append('|').AppendJoin(
                '|', order.Key, order.ClientOrderId, order.Symbol, order.Side, order.Quantity, order.State);
            Add(line, hash);
        }

        line.Clear().Append(CultureInfo.InvariantCulture, $"{day.Date:O}|{day.Result:0.00}");
        Add(line, hash);
    }

    private static void Add(StringBuilder line, IncrementalHash hash) =>
        hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
}
