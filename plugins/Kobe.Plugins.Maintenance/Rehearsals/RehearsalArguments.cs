using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Rehearsals;

/// <summary>What is rehearsed.</summary>
/// <param name="Faults">What goes wrong.</param>
/// <param name="Days">How many days, from the date on.</param>
/// <param name="Seeds">How many courses of events.</param>
/// <param name="Schedule">The schedule directory.</param>
/// <param name="Program">The program.</param>
public sealed record RehearsalArguments(
    [Argument("What goes wrong: none, storm, tempest, or a file.")] string Faults = "tempest",
    [Argument("How many days are simulated, from the date on.", Unit = "days")] int Days = 7,
    [Argument("How many courses of events are simulated.")] int Seeds = 5,
    [Argument("The schedule directory; the brain's own when it isn't given.")] string? Schedule = null,
    [Argument("kobe.dll; the one that the runner belongs to when it isn't given.")] string? Program = null);
