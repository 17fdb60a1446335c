using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Packages;

/// <summary>What is audited against what.</summary>
/// <param name="State">The state directory, where the inventory goes.</param>
/// <param name="Program">The folder of the program with its plugins.</param>
/// <param name="Advisories">Known weaknesses.</param>
public sealed record PackageAuditArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The folder of the program; the one that the runner belongs to when it isn't given.")]
    string? Program = null,
    [Argument("A JSON list of known weaknesses, [{\"package\",\"below\",\"title\"}]; "
        + "advisories.json in the state directory when it isn't given.")]
    string? Advisories = null);
