namespace Kobe.Plugins.Research.Regimes;

/// <summary>What kind of market it is. Names print as they are written here.</summary>
internal enum RegimeKind
{
    /// <summary>It rises, and most symbols with it.</summary>
    BULL,

    /// <summary>It falls, and most symbols with it.</summary>
    BEAR,

    /// <summary>The signs contradict each other.</summary>
    NEUTRAL,

    /// <summary>It moves and gets nowhere.</summary>
    CHOP,
}
