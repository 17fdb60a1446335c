namespace Kobe.Core.Runs;

/// <summary>The four things that can come after an attempt.</summary>
public enum NextKind
{
    /// <summary>The occurrence has its final state.</summary>
    Final,

    /// <summary>It waits in the queue again, not before an instant.</summary>
    QueuedAgain,

    /// <summary>It waits for a person.</summary>
    Held,

    /// <summary>The handler is to be asked what became of it, before anything runs again.</summary>
    Reconcile,
}

/// <summary>What follows an attempt, decided and written down together with its end.</summary>
public readonly record struct NextStep
{
    private NextStep(NextKind kind, FinalState state, DateTimeOffset at)
    {
        Kind = kind;
        State = state;
        At = at;
    }

    /// <summary>Which of the four.</summary>
    public NextKind Kind { get; }

    /// <summary>The final state; meaningful only when <see cref="Kind"/> is Final.</summary>
    public FinalState State { get; }

    /// <summary>Not before this instant, UTC; meaningful only when <see cref="Kind"/> is QueuedAgain.</summary>
    public DateTimeOffset At { get; }

    /// <summary>It waits for a person.</summary>
    public static NextStep Held => new(NextKind.Held, default, default);

    /// <summary>The handler is asked first.</summary>
    public static NextStep Reconcile => new(NextKind.Reconcile, default, default);

    /// <summary>It is over.</summary>
    public static NextStep Final(FinalState state) => new(NextKind.Final, state, default);

    /// <summary>It waits again, not before <paramref name="at"/>.</summary>
    public static NextStep QueuedAgain(DateTimeOffset at) => new(NextKind.QueuedAgain, default, at);
}
