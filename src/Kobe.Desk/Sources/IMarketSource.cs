using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Sources;

/// <summary>Where prices come from: made up, a folder, or a service.</summary>
public interface IMarketSource
{
    /// <summary>How its series name it.</summary>
    string Name { get; }

    /// <summary>Whether prices were made up.</summary>
    bool IsSynthetic { get; }

    /// <summary>What it has, or what the owner asks of it, in order.</summary>
    IReadOnlyList<string> Symbols { get; }

    /// <summary>The symbol that stands for the market as a whole.</summary>
    string Index { get; }

    /// <summary>The sector of a symbol; empty when it is not known.</summary>
    /// <param name="symbol">The symbol.</param>
    string SectorOf(string symbol);

    /// <summary>The bars of session days with the prices that were paid, complete at an instant.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BarReading> DailyAsync(string symbol, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The minutes of a session, complete at an instant; without bars when there was no session.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="date">The date, in the exchange's zone.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BarReading> MinutesAsync(
        string symbol, DateOnly date, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The factors of the symbol's splits and dividends; <see cref="PriceFactors.None"/> when it knows
    /// none.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <exception cref="InvalidDataException">They can't be read.</exception>
    PriceFactors FactorsOf(string symbol);
}
