namespace Kobe.Core.Markets;

/// <summary>Which pass is meant by a wall-clock time that happens twice.</summary>
public enum OverlapPolicy
{
    /// <summary>The first pass, before the clocks go back.</summary>
    First,

    /// <summary>The second pass, after the clocks went back.</summary>
    Second,
}
