using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>Which date's evidence.</summary>
/// <param name="Days">How many days before the due time's date.</param>
/// <param name="State">The state directory.</param>
public sealed record EvidenceArguments(
    [Argument("How many days before the due time's date.", Unit = "days")] int Days = 1,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
