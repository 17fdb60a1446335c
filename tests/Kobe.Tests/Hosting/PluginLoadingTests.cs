using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>What becomes of plugins' folders when a runner starts.</summary>
public class PluginLoadingTests
{
    [Fact]
    public void Catalogue_ShowsHandlers_WithArgumentsEffectsAndFacts()
    {
        using var stage = new Stage(spare: false);

        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;
        var echo = catalogue.Find("zoo.echo")!;

        Assert.Equal(("Kobe.Fixtures.Zoo", "0.1.0", null), Shape(Assert.Single(catalogue.Plugins)));
        Assert.Equal("Says what it was given.", echo.About);
        Assert.Equal((Effects.Idempotent, true), (echo.Effects, echo.Reconciles));
        Assert.Equal(["zoo.echo"], echo.Facts);
        Assert.Equal(
            [
                "text Text required",
                "times Whole 1 times",
                "pause Duration 5m",
                "loudly Flag false",
                "price Number 1.25",
                "day Choice monday",
                "date Date",
                "symbols List",
            ],
            echo.Arguments.Select(Line));
        Assert.Equal("sunday", echo.Argument("day")!.Choices[0]);
        Assert.False(catalogue.Find("zoo.ok")!.Reconciles);
    }

    [Fact]
    public void Catalogue_SurvivesJson()
    {
        using var stage = new Stage(spare: false);
        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;

        var bytes = CatalogueJson.Write(catalogue);

        Assert.Equal(bytes, CatalogueJson.Write(CatalogueJson.Read(bytes)!));
        Assert.Null(CatalogueJson.Read("{}"u8));
        Assert.Null(CatalogueJson.Read("{"u8));
    }

    [Fact]
    public void Contract_IsShared_EvenWhenAPluginShipsItsOwnCopy()
    {
        using var stage = new Stage(spare: false, fixtures: ["Kobe.Fixtures.Hoarder", "Kobe.Fixtures.Zoo"]);

        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("hoarder.ok").Outcome);
        Assert.True(File.Exists(Path.Combine(stage.Settings.Plugins, "Kobe.Fixtures.Hoarder", "Kobe.Contracts.dll")));
    }

    [Fact]
    public void BadPlugins_AreNamed_AndDoNotStopTheOthers()
    {
        using var folder = new PluginFolders();
        folder.Copy("Kobe.Fixtures.Zoo");
        folder.Copy("Kobe.Fixtures.Zoo", "Kobe.Fixtures.ZooAgain");
        folder.Write("Empty", "readme.txt", "nothing here");
        folder.Write("Broken", "Broken.dll", "this is no assembly");
        folder.Copy("Kobe.Contracts");

        using var stage = new Stage(plugins: folder.Root, spare: false);
        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;

        Assert.Equal(
            ["Broken", "Empty", "Kobe.Contracts", "Kobe.Fixtures.Zoo", "Kobe.Fixtures.ZooAgain"],
            catalogue.Plugins.Select(plugin => plugin.Name));
        string?[] problems = ["BadImageFormatException", "The folder has no Empty.dll", "It states no contract", "",
            "The folder has no Kobe.Fixtures.ZooAgain.dll"];
        Assert.All(problems.Zip(catalogue.Plugins), pair =>
            Assert.StartsWith(pair.First!, pair.Second.Problem ?? "", StringComparison.Ordinal));
        Assert.Null(catalogue.Plugins[3].Problem);
        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
    }

    [Fact]
    public void DuplicateHandlers_AreRefused_WithBothPluginsNamed()
    {
        using var folder = new PluginFolders();
        folder.Copy("Kobe.Fixtures.Hoarder");
        folder.Copy("Kobe.Fixtures.Hoarder", "Zz", rename: true);

        using var stage = new Stage(plugins: folder.Root, spare: false);
        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;

        Assert.Null(catalogue.Plugins[0].Problem);
        Assert.Equal(
            "Handler hoarder.carries exists already in plugin Kobe.Fixtures.Hoarder: names are unique among all plugins.",
            catalogue.Plugins[1].Problem);
    }

    [Fact]
    public void Hash_CoversEveryFile()
    {
        using var folder = new PluginFolders();
        folder.Copy("Kobe.Fixtures.Zoo");
        var before = HashOf(folder);

        folder.Write("Kobe.Fixtures.Zoo", "extra.txt", "one more");

        Assert.Matches("^[0-9a-f]{64}$", before);
        Assert.NotEqual(before, HashOf(folder));
    }

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.1", true)]
    [InlineData("1.2", false)]
    [InlineData("2.0", false)]
    [InlineData("0.9", false)]
    [InlineData("one", false)]
    [InlineData(null, false)]
    public void Contract_AcceptsTheSameMajor_AndNoNewerMinor(string? version, bool accepted) =>
        Assert.Equal(accepted, ContractVersion.Accepts(version));

    [Fact]
    public void MissingRunner_IsSaid_AndStartsNothing()
    {
        using var stage = new Stage(
            spare: false, change: settings => settings with { Runner = "/nowhere/kobe-runner.dll" });

        var result = stage.Run("zoo.ok");

        Assert.Equal(AttemptOutcome.NotStarted, result.Outcome);
        Assert.NotNull(stage.Host.Problem);
        stage.Heard.WaitFor<RunnerChange.Refused>(_ => true);
    }

    [Fact]
    public void SlowRunner_IsGivenUp_AndSaid()
    {
        using var stage = new Stage(change: settings => settings with { ReadyLimit = TimeSpan.FromMilliseconds(1) });

        Assert.Null(stage.Host.WaitForCatalogue(Heard.Patience));

        stage.Heard.WaitFor<RunnerChange.Refused>(refused => refused.Why == "The runner was killed (SIGKILL).");
    }

    private static string HashOf(PluginFolders folder) => Kobe.Runner.Plugins.PluginFiles.Of(folder.Root).Hash;

    private static (string Name, string Version, string? Problem) Shape(PluginRecord plugin) =>
        (plugin.Name, plugin.Version, plugin.Problem);

    private static string Line(ArgumentRecord argument) => string.Join(' ', new[]
    {
        argument.Name, $"{argument.Type}", argument.Required ? "required" : argument.Default, argument.Unit,
    }.Where(word => word is not null));
}
