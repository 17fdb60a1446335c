namespace Kobe.Simulation.Laws;

/// <summary>One case of a broken law.</summary>
/// <param name="Law">Which.</param>
/// <param name="At">When, by the simulated wall clock (UTC).</param>
/// <param name="What">What happened, in a sentence.</param>
internal sealed record BrokenLaw(Law Law, DateTimeOffset At, string What);
