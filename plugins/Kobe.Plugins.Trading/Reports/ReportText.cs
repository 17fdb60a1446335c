using System.Globalization;
using System.Text;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>A report as people read it, in Markdown; pure.</summary>
internal static class ReportText
{
    private const int TradesMax = 40;

    /// <summary>Writes it.</summary>
    /// <param name="title">What and when.</param>
    /// <param name="synthetic">Whether prices were made up.</param>
    /// <param name="equity">Equity now, in dollars.</param>
    /// <param name="start">Equity at the beginning of the span, in dollars.</param>
    /// <param name="trades">What was closed.</param>
    /// <param name="held">What is held.</param>
    /// <param name="book">What is meant with it.</param>
    public static string Of(
        string title, bool synthetic, decimal equity, decimal start, IReadOnlyList<TradeLine> trades,
        IReadOnlyList<Position> held, PositionBook book)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {title}\n\n");
        text.Append(synthetic ? "**SYNTHETIC**: prices were made up.\n\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"Equity {equity:0.00} dollars, {equity - start:+0.00;-0.00;0.00}");
        text.Append(start > 0 ? string.Create(
            CultureInfo.InvariantCulture, $" ({((equity / start) - 1) * 100:+0.00;-0.00;0.00} %)") : "");
        text.Append(CultureInfo.InvariantCulture, $". {Tally.Of(trades)}.\n");
        if (trades.Count > 0)
        {
            text.Append("\n| symbol | strategy | shares | entry | exit | profit | R |\n")
                .Append("|---|---|---|---|---|---|---|\n");
            foreach (var trade in trades.TakeLast(TradesMax))
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"| {trade.Symbol} | {trade.Strategy} | {trade.Quantity} | {trade.Entry:0.##} |");
                text.Append(CultureInfo.InvariantCulture,
                    $" {trade.Exit:0.##} | {trade.Profit:0.00} |");
                text.Append(CultureInfo.InvariantCulture, $" {trade.R:0.##} |\n");
            }
        }

        text.Append(held.Count == 0 ? "\nNothing is held.\n"
            : "\n| held | strategy | shares | paid | now | stop | so far |\n|---|---|---|---|---|---|---|\n");
        foreach (var position in held)
        {
            var meant = book.Find(position.Symbol);
            text.Append(CultureInfo.InvariantCulture,
                $"| {position.Symbol} | {meant?.Strategy} | {position.Quantity} | {position.AverageEntryPrice:0.##} |");
            text.Append(CultureInfo.InvariantCulture, $" {position.CurrentPrice:0.##} | {meant?.Guard:0.##} |");
            text.Append(CultureInfo.InvariantCulture, $" {position.MarketValue - position.CostBasis:0.00} |\n");
        }

        return text.ToString();
    }
}
