using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>What is kept.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Part">What is kept.</param>
/// <param name="Place">The folder or file itself.</param>
/// <param name="State">The state directory.</param>
public sealed record ConfigArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("What is kept.")] ConfigPart Part = ConfigPart.Schedule,
    [Argument("The folder or file; the brain's own when it isn't given.")] string? Place = null,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
