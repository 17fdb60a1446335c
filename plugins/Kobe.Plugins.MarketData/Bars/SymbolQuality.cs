using Kobe.Desk.Bars.Quality;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>One symbol's part of the report of a check.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">How many bars it has.</param>
/// <param name="SetAside">Why it should not be traded by these bars; null when nothing speaks against it.</param>
/// <param name="Findings">What may be wrong, one line each, oldest first.</param>
internal sealed record SymbolQuality(string Symbol, int Bars, string? SetAside, IReadOnlyList<string> Findings)
{
    // What is older is in the counts; a series with more is a case for a person.
    private const int FindingsMax = 50;

    // A missing session or a named split makes no price wrong; these may.
    private static readonly QualityKind[] Grave =
    [
        QualityKind.UnnamedSplit, QualityKind.MissingSplit, QualityKind.Spike, QualityKind.Jump, QualityKind.Frozen,
        QualityKind.Stale,
    ];

    /// <summary>Judges a report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="since">Older findings do not set a symbol aside.</param>
    public static SymbolQuality Of(QualityReport report, DateOnly since) => new(
        report.Series.Symbol,
        report.Bars,
        report.Findings.FirstOrDefault(one => one.To >= since && Array.IndexOf(Grave, one.Kind) >= 0)?.ToString(),
        [.. report.Findings.TakeLast(FindingsMax).Select(one => one.ToString())]);
}
