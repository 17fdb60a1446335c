using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Requests;

/// <summary>A backtest as a person asks for it.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Out">Where the answer goes.</param>
/// <param name="Parameters">Its numbers.</param>
/// <param name="Symbols">Of what.</param>
/// <param name="Folder">Prices.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The last date.</param>
/// <param name="Cash">The account.</param>
/// <param name="Seed">Of what is drawn.</param>
/// <param name="Resamples">Redrawn curves.</param>
/// <param name="Limits">Whether the desk's gates decide.</param>
public sealed record BacktestArguments(
    [Argument("The strategy's name, such as trend-pullback.")] string Strategy,
    [Argument("The folder for report.txt, result.json and equity.svg.")] string Out,
    [Argument("Values of its parameters, each NAME=VALUE.")] IReadOnlyList<string>? Parameters = null,
    [Argument("The symbols; none for all of the folder, or eight made-up ones.")]
    IReadOnlyList<string>? Symbols = null,
    [Argument("A folder with daily/ and factors/; none for made-up prices.")] string? Folder = null,
    [Argument("The first date on which it may trade.")] DateOnly? From = null,
    [Argument("The last date.")] DateOnly? To = null,
    [Argument("What the account begins with.", Unit = "dollars")] double Cash = 100_000,
    [Argument("The seed of made-up prices and of redrawn days.")] long Seed = 1,
    [Argument("How many curves are redrawn for the intervals; 0 for none.")] int Resamples = 1_000,
    [Argument("Whether entries meet the gates and limits of the desk, as on paper.")] bool Limits = true);
