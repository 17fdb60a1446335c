using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Clocks;

/// <summary>What the clock may do.</summary>
/// <param name="Step">How far wall clock and monotonic clock may come apart between two looks.</param>
/// <param name="Zone">The zone whose data must be there.</param>
public sealed record ClockArguments(
    [Argument("How far the wall clock may jump between two looks.", Default = "2s")] TimeSpan Step = default,
    [Argument("The zone whose data must be there.")] string Zone = "America/New_York");
