using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Rollover;

/// <summary>Where the day's card goes.</summary>
/// <param name="State">The state directory.</param>
public sealed record RolloverArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
