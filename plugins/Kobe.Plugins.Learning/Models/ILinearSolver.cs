namespace Kobe.Plugins.Learning.Models;

/// <summary>Solves what training comes down to. The library behind it can be another one.</summary>
internal interface ILinearSolver
{
    /// <summary>Solves A x = b.</summary>
    /// <param name="matrix">A, symmetric and positive definite, by rows.</param>
    /// <param name="right">b.</param>
    /// <returns>x.</returns>
    /// <exception cref="ArgumentException">A is not positive definite.</exception>
    double[] Solve(double[,] matrix, double[] right);
}
