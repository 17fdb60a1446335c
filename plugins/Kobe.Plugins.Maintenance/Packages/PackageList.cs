namespace Kobe.Plugins.Maintenance.Packages;

/// <summary>The fact <c>packages.inventory</c>.</summary>
/// <param name="Packages">Name and version of each package, in order.</param>
/// <param name="Advisories">How many known weaknesses they were compared with.</param>
/// <param name="Weak">Those that have one, with its title.</param>
internal sealed record PackageList(IReadOnlyList<string> Packages, int Advisories, IReadOnlyList<string> Weak);
