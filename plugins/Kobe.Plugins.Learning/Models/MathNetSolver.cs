using MathNet.Numerics.LinearAlgebra;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Math.NET's Cholesky decomposition.</summary>
internal sealed class MathNetSolver : ILinearSolver
{
    /// <inheritdoc/>
    public double[] Solve(double[,] matrix, double[] right) =>
        Matrix<double>.Build.DenseOfArray(matrix).Cholesky().Solve(Vector<double>.Build.Dense(right)).ToArray();
}
