namespace Kobe.Core.Tests.House;

/// <summary>The rooms stand where the plan puts them (docs/adr/0002-rooms-and-arrows.md).</summary>
public class ArchitectureTests
{
    [Fact]
    public void Projects_ReferenceOnly_WhereTheirArrowsPoint() =>
        AssertNone(CommittedFiles.All.Where(file => file is { IsProject: true, IsTest: false })
            .SelectMany(ArrowRules.Offences));

    [Theory]
    [InlineData("Kobe.Contracts")]
    [InlineData("Kobe.Core")]
    public void Assembly_WasCompiledOnly_AgainstWhatItsRoomAllows(string assembly) =>
        AssertNone(ArrowRules.Offences(assembly, ArrowRules.References(assembly)));

    [Fact]
    public void Core_IsUnderItsBans()
    {
        var core = CommittedFiles.All.Single(file => file.Path == "src/Kobe.Core/Kobe.Core.csproj");
        var editor = CommittedFiles.All.Single(file => file.Path == ".editorconfig");

        Assert.Contains("build/BannedSymbols.Core.txt", core.Text, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", editor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kobe.Contracts")]
    [InlineData("Kobe.Core")]
    public void Types_HoldNoStaticState_ThatCanBeSet(string assembly) =>
        AssertNone(ShapeRules.TypesOf(assembly).SelectMany(ShapeRules.SettableStatics));

    [Theory]
    [InlineData("Kobe.Contracts")]
    [InlineData("Kobe.Core")]
    public void Types_AreSealedOrClosed(string assembly) =>
        AssertNone(ShapeRules.TypesOf(assembly).SelectMany(ShapeRules.OpenTypes));

    [Theory]
    [InlineData("Kobe.Contracts")]
    [InlineData("Kobe.Core")]
    public void Records_CannotBeChanged(string assembly) =>
        AssertNone(ShapeRules.TypesOf(assembly).SelectMany(ShapeRules.ChangeableRecords));

    // The rules can fail: each is shown an offender, and something that looks like one.

    [Theory]
    // project, what its file holds, offences
    [InlineData("Kobe.Core", "<ProjectReference Include='../Kobe.Contracts/Kobe.Contracts.csproj' />", 0)]
    [InlineData("Kobe.Core", "<PackageReference Include='YamlDotNet' />", 0)]
    [InlineData("Kobe.Core", "<PackageReference Include='Polly.Core' />", 1)]
    [InlineData("Kobe.Core", "<ProjectReference Include='../Kobe/Kobe.csproj' />", 1)]
    [InlineData("Kobe.Contracts", "<ProjectReference Include='../Kobe.Core/Kobe.Core.csproj' />", 1)]
    [InlineData("Kobe.Contracts", "<PackageReference Include='YamlDotNet' />", 1)]
    [InlineData("Kobe", "<PackageReference Include='Spectre.Console' />", 0)]
    [InlineData("Kobe", @"<ProjectReference Include='..\Kobe.Desk\Kobe.Desk.csproj' />", 1)]
    [InlineData("Kobe", "<ProjectReference Include='../Kobe.Runner/Kobe.Runner.csproj' />", 1)]
    [InlineData("Kobe", "<ProjectReference Include='a/Kobe.Runner.csproj' ReferenceOutputAssembly='false' />", 0)]
    [InlineData("Kobe.Runner", "<ProjectReference Include='../Kobe.Core/Kobe.Core.csproj' />", 1)]
    [InlineData("Kobe.Plugins.Trading", "<ProjectReference Include='../../src/Kobe.Desk/Kobe.Desk.csproj' />", 0)]
    [InlineData("Kobe.Plugins.Trading", "<ProjectReference Include='../../src/Kobe/Kobe.csproj' />", 1)]
    [InlineData("Kobe.Attic", "", 1)]
    public void Arrows_SeeOffenders(string project, string item, int offences)
    {
        var text = $"<Project><ItemGroup>{item}</ItemGroup></Project>";

        Assert.Equal(offences, ArrowRules.Offences(new CommittedFile($"src/{project}/{project}.csproj", text)).Count());
    }

    [Theory]
    [InlineData("Kobe.Contracts", "System.Runtime", 0)]
    [InlineData("Kobe.Contracts", "YamlDotNet", 1)]
    [InlineData("Kobe.Core", "YamlDotNet", 0)]
    [InlineData("Kobe.Core", "Kobe.Contracts", 0)]
    [InlineData("Kobe.Core", "System.Collections", 0)]
    [InlineData("Kobe.Core", "System.Net.Http", 1)]
    [InlineData("Kobe.Core", "System.Console", 1)]
    [InlineData("Kobe.Core", "kobe", 1)]
    public void Assemblies_SeeOffenders(string assembly, string reference, int offences) =>
        Assert.Equal(offences, ArrowRules.Offences(assembly, [reference]).Count());

    [Theory]
    // sample                     statics  open  changeable
    [InlineData(typeof(Samples.Sealed), 0, 0, 0)]
    [InlineData(typeof(Samples.Closed), 0, 0, 0)]
    [InlineData(typeof(Samples.Shared), 2, 0, 0)]
    [InlineData(typeof(Samples.Inheritable), 0, 1, 0)]
    [InlineData(typeof(Samples.Extensible), 0, 1, 0)]
    [InlineData(typeof(Samples.Loose), 0, 1, 0)]
    [InlineData(typeof(Samples.Tool), 0, 0, 0)]
    [InlineData(typeof(Samples.Changeable), 0, 0, 2)]
    public void Shapes_SeeOffenders(Type sample, int statics, int open, int changeable)
    {
        Assert.Equal(statics, ShapeRules.SettableStatics(sample).Count());
        Assert.Equal(open, ShapeRules.OpenTypes(sample).Count());
        Assert.Equal(changeable, ShapeRules.ChangeableRecords(sample).Count());
    }

    private static void AssertNone(IEnumerable<string> offences)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
