using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>What is compared.</summary>
/// <param name="Scope">What.</param>
public sealed record ReconcileArguments(
    [Argument("all, positions, orders, cash, dividends, fees or fills.")] ReconcileScope Scope = ReconcileScope.All);
