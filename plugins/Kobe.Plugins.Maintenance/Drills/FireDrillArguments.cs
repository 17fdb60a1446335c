using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Drills;

/// <summary>What the drill does.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Attempts">How many attempts fail.</param>
public sealed record FireDrillArguments(
    [Argument("How it fails: throw, or hang without heeding its token.")] DrillKind Kind,
    [Argument("How many attempts of an occurrence fail before one succeeds.")] int Attempts = 1);
