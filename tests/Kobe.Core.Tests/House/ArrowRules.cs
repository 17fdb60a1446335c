using System.Reflection;
using System.Xml.Linq;

namespace Kobe.Core.Tests.House;

/// <summary>Compares what projects and assemblies reference with what their room allows.</summary>
internal static class ArrowRules
{
    // Parts of the framework that reach the world; the banned symbols are one net, this is the second.
    private static readonly string[] World =
        ["System.Console", "System.Diagnostics.Process", "System.IO", "System.Net", "Microsoft.Win32"];

    /// <summary>What a project file references against its arrows.</summary>
    public static IEnumerable<string> Offences(CommittedFile project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        if (Room.Of(name) is not { } room)
        {
            yield return $"{project.Path}: no such room; a new one needs an arrow in {nameof(Room)} and a decision.";
            yield break;
        }

        var items = XDocument.Parse(project.Text).Descendants().ToList();
        foreach (var reference in items.Where(IsArrow).Select(Target).Except(room.References))
        {
            yield return $"{project.Path}: {name} may not reference {reference}.";
        }

        foreach (var package in items.Where(item => item.Name.LocalName == "PackageReference").Select(Target))
        {
            if (room.Packages?.Contains(package, StringComparer.Ordinal) == false)
            {
                yield return $"{project.Path}: {name} may not take the package {package}.";
            }
        }
    }

    /// <summary>What a compiled assembly references: its room's projects and packages, and the framework.</summary>
    public static IEnumerable<string> Offences(string assembly, IEnumerable<string> references)
    {
        var room = Room.Of(assembly)!;
        return references.Where(reference => !room.References.Contains(reference))
            .Where(reference => room.Packages?.Contains(reference) != true)
            .Where(reference => !IsFramework(reference) || World.Any(part => IsPart(reference, part)))
            .Select(reference => $"{assembly} was compiled against {reference}.");
    }

    public static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);

    // A reference that only puts another project's build before this one carries no types.
    private static bool IsArrow(XElement item) =>
        item.Name.LocalName == "ProjectReference" &&
        (string?)item.Attribute("ReferenceOutputAssembly") != "false" &&
        item.Elements().All(child => child.Name.LocalName != "ReferenceOutputAssembly" || child.Value != "false");

    private static string Target(XElement item)
    {
        var target = ((string?)item.Attribute("Include") ?? (string)item.Attribute("Update")!).Replace('\\', '/');
        return target.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(target) : target;
    }

    private static bool IsFramework(string assembly) =>
        IsPart(assembly, "System") || IsPart(assembly, "Microsoft.Win32");

    private static bool IsPart(string assembly, string part) =>
        assembly == part || assembly.StartsWith(part + ".", StringComparison.Ordinal);
}
