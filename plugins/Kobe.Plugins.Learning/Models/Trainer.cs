using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Trains models. The same rows give the same model.</summary>
/// <param name="solver">Solves the equations.</param>
internal sealed class Trainer(ILinearSolver solver)
{
    private const int StepsMax = 30;
    private const double Still = 1e-8;

    /// <summary>The usual one.</summary>
    public static Trainer Usual { get; } = new(new MathNetSolver());

    /// <summary>Trains a model.</summary>
    /// <param name="kind">What sort.</param>
    /// <param name="rows">The rows, with their outcomes known.</param>
    /// <param name="ridge">How much large weights cost, in rows: 0 or more.</param>
    public Scorer Train(ModelKind kind, IReadOnlyList<FeatureRow> rows, double ridge)
    {
        var (means, deviations) = Spread(rows);
        var inputs = rows.Select(row => Scaled(row.Values, means, deviations)).ToArray();
        if (kind == ModelKind.Logistic)
        {
            return new(kind, means, deviations, Logistic(inputs, [.. rows.Select(row => row.Label)], ridge), 1);
        }

        double[] outcomes = [.. rows.Select(row => row.Followed)];
        var weights = Weighted(inputs, outcomes, null, ridge);
        var left = inputs.Select((input, i) => outcomes[i] - Dot(weights, input)).ToArray();
        var scatter = Math.Sqrt(left.Sum(one => one * one) / Math.Max(1, left.Length - weights.Length));
        return new(kind, means, deviations, weights, Math.Max(scatter, 1e-12));
    }

    // Iteratively reweighted least squares with a ridge (Hastie, Tibshirani, Friedman, The Elements of Statistical
    // Learning, 4.4.1; Le Cessie and van Houwelingen, 1992).
    private double[] Logistic(double[][] inputs, double[] labels, double ridge)
    {
        var weights = new double[inputs[0].Length];
        var (shares, targets) = (new double[inputs.Length], new double[inputs.Length]);
        for (var step = 0; step < StepsMax; step++)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                var sum = Dot(weights, inputs[i]);
                var chance = 1 / (1 + Math.Exp(-sum));
                shares[i] = Math.Max(chance * (1 - chance), 1e-6);
                targets[i] = sum + ((labels[i] - chance) / shares[i]);
            }

            var next = Weighted(inputs, targets, shares, ridge);
            var moved = next.Zip(weights).Max(pair => Math.Abs(pair.First - pair.Second));
            weights = next;
            if (moved < Still)
            {
                break;
            }
        }

        return weights;
    }

    // Weighted least squares; the constant, which comes last, costs nothing.
    private double[] Weighted(double[][] inputs, double[] targets, double[]? shares, double ridge)
    {
        var size = inputs[0].Length;
        var (matrix, right) = (new double[size, size], new double[size]);
        for (var i = 0; i < inputs.Length; i++)
        {
            var share = shares?[i] ?? 1;
            for (var a = 0; a < size; a++)
            {
                var part = share * inputs[i][a];
                right[a] += part * targets[i];
                for (var b = 0; b <= a; b++)
                {
                    matrix[a, b] += part * inputs[i][b];
                }
            }
        }

        for (var a = 0; a < size; a++)
        {
            matrix[a, a] += a < size - 1 ? Math.Max(ridge, 1e-9) : 1e-9;
            for (var b = 0; b < a; b++)
            {
                matrix[b, a] = matrix[a, b];
            }
        }

        return solver.Solve(matrix, right);
    }

    private static (double[] Means, double[] Deviations) Spread(IReadOnlyList<FeatureRow> rows)
    {
        var (means, deviations) = (new double[rows[0].Values.Length], new double[rows[0].Values.Length]);
        for (var i = 0; i < means.Length; i++)
        {
            var mean = rows.Average(row => row.Values[i]);
            var square = rows.Average(row => (row.Values[i] - mean) * (row.Values[i] - mean));
            (means[i], deviations[i]) = (mean, square > 0 ? Math.Sqrt(square) : 1);
        }

        return (means, deviations);
    }

    private static double[] Scaled(double[] values, double[] means, double[] deviations) =>
        [.. values.Select((value, i) => (value - means[i]) / deviations[i]), 1];

    private static double Dot(double[] weights, double[] input)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * input[i];
        }

        return sum;
    }
}
