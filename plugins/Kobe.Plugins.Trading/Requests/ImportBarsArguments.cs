using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Requests;

/// <summary>What is imported.</summary>
/// <param name="Folder">Bars.</param>
/// <param name="Out">Where the answer goes.</param>
/// <param name="Symbols">Of what.</param>
public sealed record ImportBarsArguments(
    [Argument("The folder with daily/SYMBOL.csv, and factors/ and minute/ where there are any.")] string Folder,
    [Argument("The folder for report.txt and result.json.")] string Out,
    [Argument("Only these symbols.")] IReadOnlyList<string>? Symbols = null);
