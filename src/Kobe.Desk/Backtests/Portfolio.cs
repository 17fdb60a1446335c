namespace Kobe.Desk.Backtests;

/// <summary>Cash, open positions and what was paid for trading.</summary>
internal sealed class Portfolio(BacktestSettings settings)
{
    private readonly List<SymbolRun> _open = [];

    public BacktestSettings Settings { get; } = settings;

    public double Cash { get; private set; } = settings.Cash;

    public double Fees { get; private set; }

    public double Traded { get; private set; }

    public int OpenCount => _open.Count;

    public IReadOnlyList<SymbolRun> Open => _open;

    public List<Trade> Trades { get; } = [];

    /// <summary>What the account is worth at the last closes.</summary>
    /// <param name="gross">The value of all positions, long and short.</param>
    public double Equity(out double gross)
    {
        var equity = Cash;
        gross = 0;
        foreach (var run in _open)
        {
            var value = run.Quantity * run.LastClose;
            equity += value;
            gross += Math.Abs(value);
        }

        return equity;
    }

    /// <summary>Pays for shares, or is paid for them.</summary>
    /// <param name="quantity">Shares bought; negative for sold.</param>
    /// <param name="price">Dollars a share.</param>
    /// <returns>The fee.</returns>
    public double Pay(double quantity, double price)
    {
        var fee = Settings.Costs.Fee(Math.Abs(quantity));
        Cash -= (quantity * price) + fee;
        Fees += fee;
        Traded += Math.Abs(quantity * price);
        return fee;
    }

    public void Opened(SymbolRun run) => _open.Add(run);

    public void Closed(SymbolRun run) => _open.Remove(run);
}
