namespace Kobe.Plugins.Learning.Models;

/// <summary>Rows of about the same probability.</summary>
/// <param name="From">Where the tenth begins.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Said">Their mean probability.</param>
/// <param name="Rose">How many of them rose, as a share.</param>
internal sealed record ReliabilityBin(double From, int Rows, double Said, double Rose);
