using Kobe.Plugins.Learning.Models;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>What is kept of a calibration.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When it was made.</param>
/// <param name="Line">The line.</param>
/// <param name="Before">How the probabilities did on the later half of the dates.</param>
/// <param name="After">How they did with the line.</param>
/// <param name="Bins">What was said against what came, on all dates.</param>
internal sealed record CalibrationFile(
    string Source, bool Synthetic, string Date, Calibration Line, Marks Before, Marks After,
    IReadOnlyList<ReliabilityBin> Bins);
