using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>What the numbers say of a hypothesis.</summary>
/// <remarks>
/// A discovery needs all of: at least <see cref="ObservationsMin"/> dates on each side; a probability of chance below
/// <see cref="Level"/> after multiplying by the number of questions that are asked in all (Bonferroni); and the same
/// direction in the earlier and in the later half of the dates, so that one stretch of history is not taken for a rule.
/// </remarks>
/// <param name="Test">The comparison of the means.</param>
/// <param name="Adjusted">The probability of chance, multiplied by the number of questions, at most 1.</param>
/// <param name="IsSteady">Whether both halves go the same way.</param>
/// <param name="IsDiscovery">Whether it passes all thresholds.</param>
internal sealed record Verdict(MeanTest Test, double Adjusted, bool IsSteady, bool IsDiscovery)
{
    /// <summary>The least dates on each side.</summary>
    public const int ObservationsMin = 30;

    /// <summary>The probability of chance that is tolerated over all questions together.</summary>
    public const double Level = 0.05;

    /// <summary>Judges.</summary>
    /// <param name="samples">The numbers.</param>
    /// <param name="family">How many questions are asked in all.</param>
    public static Verdict Of(Samples samples, int family)
    {
        double[] marked = [.. samples.Marked], others = [.. samples.Others];
        var test = others.Length > 0 ? MeanTest.OfTwo(marked, others) : MeanTest.OfOne(marked);
        var adjusted = double.IsNaN(test.P) ? 1 : Math.Min(1, test.P * family);
        var isSteady = Math.Sign(Half(marked, others, first: true)) == Math.Sign(Half(marked, others, first: false));
        var isEnough = marked.Length >= ObservationsMin && (others.Length == 0 || others.Length >= ObservationsMin);
        return new(test, adjusted, isSteady, isEnough && isSteady && adjusted < Level);
    }

    private static double Half(double[] marked, double[] others, bool first) =>
        Mean(marked, first) - (others.Length > 0 ? Mean(others, first) : 0);

    private static double Mean(double[] values, bool first)
    {
        var half = values.Length / 2;
        var part = first ? values.AsSpan(0, half) : values.AsSpan(half);
        var sum = 0.0;
        foreach (var value in part)
        {
            sum += value;
        }

        return part.Length > 0 ? sum / part.Length : 0;
    }
}
