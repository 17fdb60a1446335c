using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Costs;

/// <summary>What a date may cost.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Daily">The budget of a date.</param>
public sealed record CostArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("What the calls of one date may cost.", Unit = "USD")] double Daily = 5);
