namespace Kobe.Core.Runs;

/// <summary>The members that an event's object can have, in the order of their first use.</summary>
internal enum RunMember
{
    Seq, At, E,
    Boot, Version, Pid,
    Schedule, Tasks, Watermark,
    Kind, ByMs, Epoch,
    Key, Due, Expires, Priority, Args, Force,
    State, Into, Reason,
    Task, Date, Count, Through,
    Start, Attempt, Result, Next, NextAt, DurationMs, Error, Crashed,
    Evidence, Facts, Discoveries,
    Answer, How, By, Verb, Subject, Until,
}
