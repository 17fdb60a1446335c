using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Tests.Support;

/// <summary>Real bars that are not part of the repository: the folder that KOBE_DATA names.</summary>
internal static class RealBars
{
    /// <summary>The folder; the test is skipped, with the reason, without it.</summary>
    public static string Folder
    {
        get
        {
            var folder = System.Environment.GetEnvironmentVariable("KOBE_DATA");
            var isThere = folder is { Length: > 0 } && Directory.Exists(Path.Combine(folder, "daily"));
            Assert.SkipUnless(
                isThere,
                "Real bars are not here: set KOBE_DATA to a folder with daily/SYMBOL.csv and factors/SYMBOL.csv.");
            return folder!;
        }
    }

    public static CsvFolder Csv => new(Folder, Exchange.Xnys);

    public static BarReading Daily(string symbol) => Csv.Daily(symbol);

    public static PriceFactors Factors(string symbol) => Csv.Factors(symbol).Factors!;
}
