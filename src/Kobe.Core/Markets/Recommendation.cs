using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>The categories of tasks that a mode is meant for.</summary>
public static class Recommendation
{
    /// <summary>Categories as the schedule writes them, the fittest first.</summary>
    /// <param name="mode">The mode.</param>
    public static IReadOnlyList<string> For(Mode mode) => mode switch
    {
        Mode.ACTIVE_TRADING => ["trading", "monitoring"],
        Mode.MONITORING => ["monitoring", "trading"],
        Mode.LEARNING => ["learning", "monitoring"],
        Mode.RESEARCH => ["research", "learning", "monitoring"],
        _ => ["maintenance", "monitoring"],
    };
}
