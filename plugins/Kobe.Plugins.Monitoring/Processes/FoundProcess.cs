namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>One process of the machine.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Parent">The process that it belongs to.</param>
/// <param name="State">As the kernel says it: <c>R</c>, <c>S</c>, <c>Z</c> …</param>
/// <param name="Age">For how long it is there.</param>
/// <param name="IsRunner">Whether it is a runner of the program.</param>
internal sealed record FoundProcess(int Pid, int Parent, char State, TimeSpan Age, bool IsRunner)
{
    /// <summary>Whether it is what is looked for.</summary>
    /// <param name="side">What that is.</param>
    /// <param name="brain">The brain's process.</param>
    /// <param name="alive">The numbers of all processes.</param>
    public bool Is(ProcessSide side, int brain, IReadOnlySet<int> alive) => side switch
    {
        ProcessSide.Orphans => IsRunner && (Parent <= 1 || !alive.Contains(Parent)),
        ProcessSide.Runners => IsRunner && Parent == brain,
        _ => State == 'Z' && (Parent == brain || Parent == Environment.ProcessId),
    };
}
