namespace Kobe.Contracts;

/// <summary>The version of this contract. It has a life of its own, apart from the program's version.</summary>
public static class ContractVersion
{
    /// <summary>This contract's version: the major number changes when a plugin has to be changed, the minor when
    /// something was added.</summary>
    public const string Current = "1.1";

    /// <summary>Whether a plugin compiled against a version can run here: the same major number, no newer
    /// minor.</summary>
    /// <param name="version">The plugin's version, <c>major.minor</c>.</param>
    /// <returns>False also for what isn't a version.</returns>
    public static bool Accepts(string? version) =>
        Version.TryParse(version, out var theirs)
        && Version.Parse(Current) is var ours
        && theirs.Major == ours.Major
        && theirs.Minor <= ours.Minor;
}
