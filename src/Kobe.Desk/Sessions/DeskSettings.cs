using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Sessions;

/// <summary>The owner's settings of the desk, as the brain tells them to its runners.</summary>
public sealed record DeskSettings
{
    /// <summary>The source whose prices are made up.</summary>
    public const string Synthetic = "synthetic";

    /// <summary>The source that is the broker's data interface.</summary>
    public const string Alpaca = "alpaca";

    /// <summary>How far an order gets.</summary>
    /// <value>A paper account.</value>
    public DeskMode Mode { get; init; } = DeskMode.Paper;

    /// <summary><see cref="Synthetic"/>, <see cref="Alpaca"/>, or the path of a folder with bars.</summary>
    public string Source { get; init; } = Synthetic;

    /// <summary>What repeats a synthetic market.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is watched and traded.</summary>
    /// <value>Empty: all that the source has.</value>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>What the paper account begins with, in dollars.</summary>
    public decimal Cash { get; init; } = 100_000m;

    /// <summary>How much may be risked.</summary>
    public RiskLimits Limits { get; init; } = RiskLimits.Default;

    /// <summary>Whether this is a trial in which things go wrong by a script, <c>desk/faults.json</c>.</summary>
    /// <value>False; only <c>kobe demo</c> sets it.</value>
    public bool IsTrial { get; init; }

    /// <summary>Reads the settings from the JSON of <c>KOBE_DESK</c>; what is missing has its usual value.</summary>
    /// <param name="json">The text; null or empty for the usual settings.</param>
    /// <exception cref="InvalidDataException">It is no such object.</exception>
    public static DeskSettings Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new();
        }

        try
        {
            var root = JsonElement.Parse(json);
            var usual = new DeskSettings();
            return new()
            {
                Mode = Text(root, "mode") is { } mode ? Enum.Parse<DeskMode>(mode, ignoreCase: true) : usual.Mode,
                Source = Text(root, "source") is { Length: > 0 } source ? source : usual.Source,
                Seed = root.TryGetProperty("seed", out var seed) ? seed.GetUInt64() : usual.Seed,
                Symbols = root.TryGetProperty("symbols", out var symbols)
                    ? [.. symbols.EnumerateArray().Select(symbol => symbol.GetString()!)] : usual.Symbols,
                Cash = root.TryGetProperty("cash", out var cash) ? cash.GetDecimal() : usual.Cash,
                IsTrial = root.TryGetProperty("trial", out var trial) && trial.GetBoolean(),
                Limits = root.TryGetProperty("limits", out var limits) ? ReadLimits(limits) : usual.Limits,
            };
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException
            or ArgumentException)
        {
            throw new InvalidDataException($"KOBE_DESK is not the desk's settings as JSON: {bad.Message}", bad);
        }
    }

    private static RiskLimits ReadLimits(JsonElement limits)
    {
        var usual = RiskLimits.Default;
        return usual with
        {
            PositionShareMax = Number("position_max", usual.PositionShareMax),
            ExposureShareMax = Number("exposure_max", usual.ExposureShareMax),
            TradeRiskShareMax = Number("trade_risk_max", usual.TradeRiskShareMax),
            DailyLossShareMax = Number("daily_loss_max", usual.DailyLossShareMax),
            DrawdownShareMax = Number("drawdown_max", usual.DrawdownShareMax),
            SectorShareMax = Number("sector_max", usual.SectorShareMax),
            OrdersPerMinuteMax = (int)Number("orders_per_minute", usual.OrdersPerMinuteMax),
            OrdersPerTaskAndDayMax = (int)Number("orders_per_task", usual.OrdersPerTaskAndDayMax),
        };

        decimal Number(string name, decimal otherwise) =>
            limits.TryGetProperty(name, out var value) ? value.GetDecimal() : otherwise;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
