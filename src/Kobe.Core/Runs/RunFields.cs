namespace Kobe.Core.Runs;

/// <summary>The members of one object, read in any order, before the event is made of them.</summary>
internal struct RunFields
{
    private ulong _seen;

    public long Seq, ByMs, DurationMs;
    public int Boot, Pid, Tasks, Epoch, Priority, Count, Start, Attempt;
    public DateTimeOffset At, Watermark, Due, Expires, Through, NextAt, Until;
    public DateOnly Date;
    public OccurrenceKey Key, Into;
    public RunEventName Name;
    public FinalState State;
    public RunResult Result;
    public NextKind Next;
    public ReconcileAnswer Answer;
    public Resolution How;
    public ControlVerb Verb;
    public ClockStep Kind;
    public string? Version, Schedule, Reason, Task, Error, By, Subject;
    public bool Force, Crashed;
    public JsonText? Args, Evidence;
    public List<PublishedFact>? Facts;
    public List<JsonText>? Discoveries;

    public readonly bool Has(RunMember member) => (_seen & (1UL << (int)member)) != 0;

    /// <summary>Refuses the object when one of these is missing.</summary>
    public readonly void Demand(params ReadOnlySpan<RunMember> members)
    {
        foreach (var member in members)
        {
            if (!Has(member))
            {
                throw new RunTextException(
                    $"The event '{RunEventNames.Words[(int)Name]}' has no member '{RunMembers.NameOf(member)}'.");
            }
        }
    }

    /// <summary>Notes that a member was read; the same twice is refused.</summary>
    public void See(RunMember member)
    {
        if (Has(member))
        {
            throw new RunTextException($"The member '{RunMembers.NameOf(member)}' stands there twice.");
        }

        _seen |= 1UL << (int)member;
    }

    public readonly NextStep NextStep()
    {
        Demand(RunMember.Next);
        switch (Next)
        {
            case NextKind.Final:
                Demand(RunMember.State);
                return Runs.NextStep.Final(State);
            case NextKind.QueuedAgain:
                Demand(RunMember.NextAt);
                return Runs.NextStep.QueuedAgain(NextAt);
            default:
                return Next == NextKind.Held ? Runs.NextStep.Held : Runs.NextStep.Reconcile;
        }
    }
}
