using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>A line through the log-odds that a model says, so that what it says comes true as often (Platt, 1999).
/// </summary>
/// <param name="Model">The model that it is for.</param>
/// <param name="Slope">Below 1 the model was too sure.</param>
/// <param name="Shift">What is added to the log-odds.</param>
/// <param name="IsBetter">Whether it made the probabilities better on later dates; only then it is applied.</param>
internal sealed record Calibration(string Model, double Slope, double Shift, bool IsBetter)
{
    private const double Cost = 1;
    private const double Still = 1e-10;
    private const int StepsMax = 50;

    /// <summary>The line of a model that made it better, or null.</summary>
    public static Calibration? Of(DeskSession desk, ModelName name, string model) =>
        ModelFile.Read<CalibrationFile>(desk, $"{name.Folder}/calibration.json")?.Line is { IsBetter: true } line
        && line.Model == model ? line : null;

    /// <summary>The corrected probability.</summary>
    public double Probability(double said) => 1 / (1 + Math.Exp(-((Slope * LogOdds(said)) + Shift)));

    /// <summary>The log-odds of a probability, kept finite.</summary>
    public static double LogOdds(double probability)
    {
        var kept = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(kept / (1 - kept));
    }

    /// <summary>Finds the line by Newton's steps on two numbers, halved until they help, with a small cost that keeps
    /// it near 1.</summary>
    /// <param name="model">The model.</param>
    /// <param name="judged">What was said, and what came.</param>
    public static Calibration Fit(string model, IReadOnlyList<(double Chance, double Label)> judged)
    {
        var (slope, shift, loss) = (1.0, 0.0, Loss(judged, 1, 0));
        for (var step = 0; step < StepsMax; step++)
        {
            var (moveA, moveB) = Move(judged, slope, shift);
            var next = Loss(judged, slope + moveA, shift + moveB);
            while (next > loss && Math.Abs(moveA) + Math.Abs(moveB) > Still)
            {
                (moveA, moveB) = (moveA / 2, moveB / 2);
                next = Loss(judged, slope + moveA, shift + moveB);
            }

            if (Math.Abs(moveA) + Math.Abs(moveB) <= Still)
            {
                break;
            }

            (slope, shift, loss) = (slope + moveA, shift + moveB, next);
        }

        return new(model, Math.Round(slope, 8), Math.Round(shift, 8), false);
    }

    private static double Loss(IReadOnlyList<(double Chance, double Label)> judged, double slope, double shift)
    {
        var loss = Cost * (((slope - 1) * (slope - 1)) + (shift * shift)) / 2;
        foreach (var (said, label) in judged)
        {
            // ln(1 + exp(x)) without overflow.
            var odds = (slope * LogOdds(said)) + shift;
            loss += Math.Max(odds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(odds))) - (label * odds);
        }

        return loss;
    }

    private static (double Slope, double Shift) Move(
        IReadOnlyList<(double Chance, double Label)> judged, double slope, double shift)
    {
        var (a, b, aa, ab, bb) = (-Cost * (slope - 1), -Cost * shift, Cost, 0.0, Cost);
        foreach (var (said, label) in judged)
        {
            var odds = LogOdds(said);
            var chance = 1 / (1 + Math.Exp(-((slope * odds) + shift)));
            var share = chance * (1 - chance);
            a += (label - chance) * odds;
            b += label - chance;
            aa += share * odds * odds;
            ab += share * odds;
            bb += share;
        }

        var determinant = (aa * bb) - (ab * ab);
        return (((bb * a) - (ab * b)) / determinant, ((aa * b) - (ab * a)) / determinant);
    }
}
