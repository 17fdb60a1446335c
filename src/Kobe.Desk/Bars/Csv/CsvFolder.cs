using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Csv;

/// <summary>
/// Bars in a folder: <c>daily/SYMBOL.csv</c>, and if they are there <c>factors/SYMBOL.csv</c> and
/// <c>minute/SYMBOL.csv</c>.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="calendar">The exchange whose sessions the bars span.</param>
public sealed class CsvFolder(string root, ExchangeCalendar calendar)
{
    /// <summary>The symbols that have a daily file, in order.</summary>
    public IReadOnlyList<string> Symbols()
    {
        var folder = Path.Combine(root, "daily");
        return !Directory.Exists(folder) ? [] :
            [.. Directory.EnumerateFiles(folder, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(DeskLimits.IsSymbol).Order(StringComparer.Ordinal)];
    }

    /// <summary>The bars of session days, with the prices of the day.</summary>
    /// <param name="symbol">The symbol.</param>
    public BarReading Daily(string symbol) => Read("daily", symbol, BarInterval.Day);

    /// <summary>The bars of minutes, with the prices of the day.</summary>
    /// <param name="symbol">The symbol.</param>
    public BarReading Minutes(string symbol) => Read("minute", symbol, BarInterval.Minute);

    /// <summary>The symbol's factors; <see cref="PriceFactors.None"/> when it has no file.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <returns>The factors, or null and what is wrong.</returns>
    public (PriceFactors? Factors, IReadOnlyList<Diagnostic> Errors) Factors(string symbol)
    {
        var path = Path.Combine(root, "factors", symbol + ".csv");
        if (!DeskLimits.IsSymbol(symbol) || !File.Exists(path))
        {
            return (PriceFactors.None, []);
        }

        var (text, error) = Text(path);
        return error is null ? FactorCsv.Read(path, text) : (null, [error]);
    }

    private BarReading Read(string kind, string symbol, BarInterval interval)
    {
        var path = Path.Combine(root, kind, symbol + ".csv");
        if (!DeskLimits.IsSymbol(symbol))
        {
            return Refused(path, DeskCodes.Symbol, $"'{symbol}' is no symbol.",
                "Symbols are capitals and digits, such as SPY or BRK.B.");
        }

        var (text, error) = Text(path);
        return error is null
            ? BarCsv.Read(path, text, new(symbol, interval, Adjustment.Raw, $"folder {root}"), calendar)
            : new(null, [], [error]);
    }

    private static (string Text, Diagnostic? Error) Text(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > DeskLimits.FileBytesMax }
                ? ("", Refused(path, DeskCodes.Unreadable, "The file is too large.",
                    $"At most {DeskLimits.FileBytesMax >> 20} MiB are read; cut it by year.").Errors[0])
                : (File.ReadAllText(path), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ("", Refused(path, DeskCodes.Unreadable, $"The file cannot be read: {problem.Message}",
                "Check the folder's name and rights.").Errors[0]);
        }
    }

    private static BarReading Refused(string path, string code, string message, string hint) =>
        new(null, [], [new(path, 1, 1, code, Severity.Error, message, hint)]);
}
