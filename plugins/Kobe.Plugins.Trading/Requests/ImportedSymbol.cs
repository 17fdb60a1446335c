namespace Kobe.Plugins.Trading.Requests;

/// <summary>What came of importing one series.</summary>
/// <param name="Series">The series.</param>
/// <param name="Bars">Bars read.</param>
/// <param name="Added">Bars that are new in the store.</param>
/// <param name="Known">Bars that were there before.</param>
/// <param name="Quarantined">Bars that were set aside.</param>
/// <param name="Findings">What may be wrong with the prices.</param>
internal sealed record ImportedSymbol(
    string Series, int Bars, int Added, int Known, int Quarantined, IReadOnlyList<string> Findings);
