namespace Kobe.Benchmarks.Figures;

/// <summary>A fifth of an idle minute: processor time in milliseconds, memory in MB at its end.</summary>
/// <param name="Processor">The brain's and its runners' processor time.</param>
/// <param name="HostProcessor">An empty web host's.</param>
/// <param name="Brain">The brain's memory.</param>
/// <param name="Runner">The larger runner's.</param>
/// <param name="Host">An empty web host's.</param>
/// <param name="Program">That of a program that waits.</param>
internal sealed record IdlePart(
    double Processor, double HostProcessor, double Brain, double Runner, double Host, double Program);
