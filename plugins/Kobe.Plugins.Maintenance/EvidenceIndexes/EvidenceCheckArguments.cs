using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>Which files are hashed again.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Days">Those of the indexes of so many days.</param>
/// <param name="Sample">So many of them at most, other ones each date.</param>
/// <param name="State">The state directory.</param>
public sealed record EvidenceCheckArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Those of the indexes of so many days.", Unit = "days")] int Days = 8,
    [Argument("So many of them at most, other ones each date.", Unit = "files")] int Sample = 200,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
