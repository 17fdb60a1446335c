namespace Kobe.Benchmarks;

/// <summary>What the machine itself allows, read in the same run as the figure beside which it stands.</summary>
/// <param name="What">What was read: the least that any program would have to do.</param>
/// <param name="Reading">What it took.</param>
internal sealed record MachineLimit(string What, Reading Reading);
