namespace Kobe.Core.Tests.House;

/// <summary>A project and where its arrows point.</summary>
/// <param name="Name">The project's name; a star at the end stands for all that begin so.</param>
/// <param name="References">The projects that it may reference.</param>
/// <param name="Packages">The packages that it may take; null leaves that to docs/adr/0007-libraries.md.</param>
internal sealed record Room(string Name, string[] References, string[]? Packages = null)
{
    /// <summary>All rooms, built or to come (docs/adr/0002-rooms-and-arrows.md).</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Kobe.Contracts", References: [], Packages: []),
        new("Kobe.Core", References: ["Kobe.Contracts"], Packages: ["YamlDotNet"]),
        new("Kobe.Runner", References: ["Kobe.Contracts"]),
        new("Kobe.Desk", References: ["Kobe.Contracts", "Kobe.Core"]),
        new("Kobe", References: ["Kobe.Contracts", "Kobe.Core"]),
        new("Kobe.Plugins.*", References: ["Kobe.Contracts", "Kobe.Core", "Kobe.Desk"]),
    ];

    public static Room? Of(string project) => All.FirstOrDefault(room => room.Covers(project));

    private bool Covers(string project) =>
        Name.EndsWith('*') ? project.StartsWith(Name[..^1], StringComparison.Ordinal) : project == Name;
}
