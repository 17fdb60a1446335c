namespace Kobe.Simulation.Faults;

/// <summary>What a handler can do other than its work: each has a probability for one start.</summary>
internal enum HandlerFault
{
    /// <summary>It fails, and may be tried again.</summary>
    Fail,

    /// <summary>It fails for good.</summary>
    Fatal,

    /// <summary>It heeds nothing and has to be killed.</summary>
    Hang,

    /// <summary>It runs too long, and answers once its token is cancelled.</summary>
    AnswerLate,

    /// <summary>Its process dies before the effect.</summary>
    Die,

    /// <summary>Its process dies after the effect.</summary>
    DieAfterEffect,

    /// <summary>It ends its process with 0 and says nothing.</summary>
    ExitZero,

    /// <summary>It wants to be called later.</summary>
    Snooze,

    /// <summary>It finds nothing to do.</summary>
    Skip,
}
