namespace Kobe.Plugins.Learning.Models;

/// <summary>What sort of model it is.</summary>
public enum ModelKind
{
    /// <summary>The logarithm of the odds of a rise is a sum of features.</summary>
    Logistic,

    /// <summary>The return is a sum of features; its probability of a rise follows from the scatter of what was left.
    /// </summary>
    Linear,
}
