namespace Kobe.Desk.Backtests.Requests;

/// <summary>A backtest as a person asks for it.</summary>
public sealed record BacktestRequest
{
    /// <summary>The strategy's name; see <see cref="Strategies.Choosing.StrategyCatalogue"/>.</summary>
    public required string Strategy { get; init; }

    /// <summary>Values of its parameters by name.</summary>
    /// <value>The defaults.</value>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>The folder with <c>daily/</c> and <c>factors/</c>; null for made-up prices.</summary>
    public string? Folder { get; init; }

    /// <summary>The symbols.</summary>
    /// <value>All of the folder; of made-up ones, eight.</value>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The first date on which trading is allowed, in the exchange's zone; null for the first bar's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last date; null for the last bar's.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Account and conditions; its span is set by <see cref="From"/> and <see cref="To"/>.</summary>
    public BacktestSettings Settings { get; init; } = new();

    /// <summary>The seed of made-up prices and of redrawn days.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many curves are redrawn for the intervals; 0 for no intervals.</summary>
    public int Resamples { get; init; } = 1_000;
}
