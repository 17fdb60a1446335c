using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Which stored bars are read back.</summary>
/// <param name="Interval">Their interval.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record VerifyStoreArguments(
    [Argument("The interval: 1d, 1m, 5m and so on; all when it isn't given.")] string? Interval = null,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = VerifyStoreHandler.FactName);
