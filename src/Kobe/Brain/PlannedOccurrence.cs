using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;

namespace Kobe.Brain;

/// <summary>An occurrence of one planning, with what becomes of it.</summary>
internal sealed class PlannedOccurrence(Occurrence occurrence)
{
    public Occurrence Occurrence { get; } = occurrence;

    public required Decision Decision { get; set; }

    /// <summary>Whether it is run late because the brain was down.</summary>
    public bool CaughtUp { get; set; }
}
