namespace Kobe.Desk.Bars.Store;

/// <summary>What became of bars that were to be stored.</summary>
/// <param name="Added">Bars that are new.</param>
/// <param name="Known">Bars that were there already, the same in every figure.</param>
/// <param name="Refused">Bars that contradict stored ones, or lie between them; they are in the quarantine.</param>
public sealed record AppendReport(int Added, int Known, IReadOnlyList<QuarantinedBar> Refused);
