namespace Kobe.Plugins.Maintenance.Packages;

/// <summary>A known weakness.</summary>
/// <param name="Package">The package that has it.</param>
/// <param name="Below">The first version without it.</param>
/// <param name="Title">What it is.</param>
internal sealed record Advisory(string Package, string Below, string Title);
