using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;

namespace Kobe.Brain;

/// <summary>An occurrence of one planning, with what becomes of it.</summary>
internal sealed class PlannedOccurrence
{
    private Occurrence _occurrence;
    private Decision _decision;

    public ref readonly Occurrence Occurrence => ref _occurrence;

    public ref readonly Decision Decision => ref _decision;

    /// <summary>Whether it is run late because the brain was down.</summary>
    public bool CaughtUp { get; set; }

    /// <summary>Makes this another one.</summary>
    public void Set(in Occurrence occurrence, in Decision decision)
    {
        _occurrence = occurrence;
        CaughtUp = false;
        Decide(decision);
    }

    public void Decide(in Decision decision) => _decision = decision;
}
