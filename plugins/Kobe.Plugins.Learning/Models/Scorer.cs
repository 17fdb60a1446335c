namespace Kobe.Plugins.Learning.Models;

/// <summary>A trained model: weights of features that were brought to mean 0 and deviation 1.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Means">The means of the features while training.</param>
/// <param name="Deviations">Their deviations, above 0.</param>
/// <param name="Weights">One for each feature, and the constant last.</param>
/// <param name="Scatter">The deviation of what a linear model left over; 1 for a logistic one.</param>
internal sealed record Scorer(
    ModelKind Kind, IReadOnlyList<double> Means, IReadOnlyList<double> Deviations, IReadOnlyList<double> Weights,
    double Scatter)
{
    // A logistic curve is nearest to the normal one at this scale (Camilli, 1994).
    private const double NormalScale = 1.702;

    // Beyond these features were never seen while training: what they would add is a guess.
    private const double Farthest = 5;

    /// <summary>The probability of a rise.</summary>
    /// <param name="values">The features.</param>
    public double Probability(ReadOnlySpan<double> values)
    {
        var sum = Weights[^1];
        for (var i = 0; i < values.Length; i++)
        {
            sum += Weights[i] * Math.Clamp((values[i] - Means[i]) / Deviations[i], -Farthest, Farthest);
        }

        return 1 / (1 + Math.Exp(-(Kind == ModelKind.Logistic ? sum : NormalScale * sum / Scatter)));
    }
}
