namespace Kobe.Plugins.Trading.Exits;

/// <summary>What is closed.</summary>
public enum FlattenScope
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>What must not stay overnight.</summary>
    Daytrades,

    /// <summary>What stands at a loss.</summary>
    Losers,

    /// <summary>What the desk did not open itself.</summary>
    External,
}
