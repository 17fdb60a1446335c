using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>From when on a symbol counts as gone.</summary>
/// <param name="GoneAfter">How many sessions without a bar.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record AssetsArguments(
    [Argument("Without a bar for so many sessions a symbol counts as gone.", Unit = "sessions")] int GoneAfter = 10,
    [Argument("The fact that is published; the table is named for it.", NamesFacts = true)]
    string Fact = AssetsHandler.FactName);
