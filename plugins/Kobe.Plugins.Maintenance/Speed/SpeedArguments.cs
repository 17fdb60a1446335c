using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Speed;

/// <summary>Where and how much is measured.</summary>
/// <param name="State">The state directory, on whose disk files are synced.</param>
/// <param name="Syncs">How many times a file is synced.</param>
/// <param name="Slower">From what factor on a person is told.</param>
public sealed record SpeedArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("How many times a file is synced.")] int Syncs = 40,
    [Argument("By how many times slower than the last time is worth telling.")] double Slower = 2);
