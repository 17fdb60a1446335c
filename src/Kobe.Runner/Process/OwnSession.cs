namespace Kobe.Runner.Process;

/// <summary>Makes this process and whatever it starts one group, apart from the brain's, that can be killed
/// whole.</summary>
internal static class OwnSession
{
    // The brain plans and answers while a handler computes.
    private const int Nice = 5;

    public static void Begin()
    {
        if (Native.NewSession() < 0)
        {
            // It leads a group already, as when a person starts it from a shell.
            _ = Native.SetGroup(0, 0);
        }

        // The whole group, because a process's own priority is that of its calling thread only.
        _ = Native.SetPriority(Native.PriorityOfGroup, 0, Nice);
    }

    /// <summary>Kills this process and all that it started.</summary>
    public static void End() => _ = Native.Kill(0, Native.SignalKill);
}
