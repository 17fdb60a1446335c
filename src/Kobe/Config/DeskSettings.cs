using System.Globalization;

namespace Kobe.Config;

/// <summary>The settings of the desk, in the order in which people should read them.</summary>
internal static class DeskSettings
{
    private const string Shares = "Write a share of equity from 0.0001 to 10, such as 0.02 for two percent.";

    public static readonly Setting<string> Mode = new("desk.mode", "paper", "Write observe, paper or live.",
        "How far an order gets; live also needs KOBE_LIVE and kobe live approve",
        ValueReaders.OneOf(("observe", "observe"), ("paper", "paper"), ("live", "live")));

    public static readonly Setting<string> Source = new("desk.source", "synthetic",
        "Write synthetic, alpaca, or the path of a folder with daily/SYMBOL.csv.",
        "Where prices come from; synthetic ones are made up under desk.seed", ValueReaders.Text);

    public static readonly Setting<int> Seed = new("desk.seed", "1", "Write a whole number from 0 to 2147483647.",
        "What repeats a synthetic market", ValueReaders.Number(0, int.MaxValue));

    public static readonly Setting<IReadOnlyList<string>> Symbols = new("desk.symbols", "",
        "Write symbols, such as SPY.", "What is watched and traded; all that the source has when empty",
        ValueReaders.ListOf(ValueReaders.Text))
    { IsList = true };

    public static readonly Setting<int> Cash = new("desk.cash", "100000",
        "Write whole dollars from 100 to 1000000000.", "What the paper account begins with",
        ValueReaders.Number(100, 1_000_000_000));

    public static readonly IReadOnlyList<Setting<decimal>> Limits =
    [
        Limit("position_max", "0.20", "One position's value"),
        Limit("exposure_max", "1", "The value of all positions and open entries"),
        Limit("trade_risk_max", "0.01", "What one entry loses at its stop"),
        Limit("daily_loss_max", "0.03", "The loss of a day, from which on nothing is entered"),
        Limit("drawdown_max", "0.10", "The fall from the highest equity, from which on nothing is entered"),
        Limit("sector_max", "0.40", "The value of one sector"),
        Count("orders_per_minute", "10", "Orders that the desk sends within a minute"),
        Count("orders_per_task", "20", "Orders that one row of the schedule sends in a day"),
    ];

    public static readonly IReadOnlyList<Setting> All = [Mode, Source, Seed, Symbols, Cash, .. Limits];

    /// <summary>The name of a limit in the JSON that runners get.</summary>
    public static string NameOf(Setting limit) => limit.Name[(limit.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static Setting<decimal> Limit(string name, string usual, string about) =>
        new("desk." + name, usual, Shares, about, text => Number(text, 0.0001m, 10m));

    private static Setting<decimal> Count(string name, string usual, string about) =>
        new("desk." + name, usual, "Write a whole number from 1 to 1000.", about, text =>
            Number(text, 1, 1000) is var reading && decimal.IsInteger(reading.Value)
                ? reading
                : Reading<decimal>.Bad("not a whole number"));

    private static Reading<decimal> Number(string text, decimal min, decimal max) =>
        !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Reading<decimal>.Bad("not a number")
        : value < min || value > max ? Reading<decimal>.Outside("out of range")
        : Reading<decimal>.Of(value);
}
