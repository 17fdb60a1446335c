using System.Text.Json;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary>The catalogue: asked for by check, handlers and the brain, kept in the state directory, read by the others.</summary>
public class CatalogueTests
{
    private const string Wrong = "id: a, run: zoo.oj, at: \"09:35\"";

    [Fact]
    public async Task Check_RefusesUnknownHandlersAndArguments_WithTheirPlace()
    {
        using var home = new Home(Wrong, "id: b, run: zoo.waits, at: \"09:35\", args: { secands: 1 }");
        var lines = (await home.Run("check")).Output.Split('\n');

        Assert.Equal("schedule/rows.yaml:2:19: error KOBE2050: No plugin has the handler 'zoo.oj'. Did you mean 'zoo.ok'?", lines[0]);
        Assert.Contains(lines, line => line.Contains(" error KOBE2051: The handler 'zoo.waits' takes no argument 'secands'.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadingCommands_UseTheCatalogueThatCheckKept_UntilAPluginChanges()
    {
        using var home = new Home(Wrong);
        Directory.CreateDirectory(home.State);
        var before = await home.Run("next");
        var check = await home.Run("check");
        var known = await home.Run("next");
        File.SetLastWriteTimeUtc(Path.Combine(home.Root, "plugins", "Kobe.Fixtures.Zoo", "Kobe.Fixtures.Zoo.dll"), DateTime.UnixEpoch);
        var changed = await home.Run("next");

        Assert.Equal((0, 2, 2, 0), (before.ExitCode, check.ExitCode, known.ExitCode, changed.ExitCode));
        Assert.Contains("handlers are not checked. 'kobe check' asks for one.", before.Error, StringComparison.Ordinal);
        Assert.Contains("KOBE2050: No plugin has the handler 'zoo.oj'.", known.Error, StringComparison.Ordinal);
        Assert.Contains("handlers are not checked.", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCommandThatReads_MakesAStateDirectory()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"09:35\"");
        foreach (var command in (string[])["check", "handlers", "plugins", "plan", "next", "tasks", "explain a"])
        {
            Assert.Equal(0, (await home.Run(command)).ExitCode);
        }

        Assert.False(Directory.Exists(home.State));
    }

    [Fact]
    public async Task ABrain_KeepsTheCatalogue()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"09:35\"");
        await home.Once("2026-11-20T12:00Z");

        Assert.Equal("", (await home.Run("next")).ShouldWork().Error);
    }

    [Fact]
    public async Task RowsOfAwaitedPlugins_AreShownAsUnavailable_AndAreNoError()
    {
        using var home = new Home("id: a, run: desk.trade, at: \"09:35\"").Configured("awaited_plugins: [desk]");
        Directory.CreateDirectory(home.State);
        var check = await home.Run("check");
        var plan = await home.Run("plan --date 2026-11-20");

        Assert.Equal(0, check.ExitCode);
        Assert.Contains("task 'a' will be skipped.", check.Output, StringComparison.Ordinal);
        Assert.Matches(@"09:35 +skip +.* handler unavailable\n", plan.ShouldWork().Output);
    }

    [Fact]
    public async Task Plugin_ThatDoesNotLoad_IsAnErrorOfCheck()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"09:35\"");
        Directory.CreateDirectory(Path.Combine(home.Root, "plugins", "Nothing"));
        var check = await home.Run("check");

        Assert.Equal(2, check.ExitCode);
        Assert.StartsWith("plugins/Nothing:1:1: error KOBE4001: The plugin Nothing did not load: The folder has no Nothing.dll",
            check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_AreListed_AndOneIsShownWithItsArguments()
    {
        using var home = new Home();
        var all = JsonDocument.Parse((await home.Run("handlers --json")).ShouldWork().Output).RootElement.GetProperty("handlers");
        var one = (await home.Run("handlers zoo.waits")).ShouldWork().Output;
        var wrong = await home.Run("handlers zoo.wats");

        Assert.Contains("zoo.waits", all.EnumerateArray().Select(handler => handler.GetProperty("name").GetString()));
        Assert.Equal(
            ["name", "plugin", "version", "effects", "reconciles", "about", "facts", "args"],
            all[0].EnumerateObject().Select(member => member.Name));
        Assert.Contains("\nargument ", one, StringComparison.Ordinal);
        Assert.Equal(["No plugin has the handler 'zoo.wats'. Did you mean zoo.waits?"], wrong.ShouldRefuse().Refusals);
    }

    [Fact]
    public async Task Plugins_AreListed_WithVersionAndHash()
    {
        using var home = new Home();
        var plugins = JsonDocument.Parse((await home.Run("plugins --json")).ShouldWork().Output).RootElement.GetProperty("plugins");

        Assert.Equal(["Kobe.Fixtures.Effects", "Kobe.Fixtures.Zoo"], plugins.EnumerateArray().Select(plugin => plugin.GetProperty("name").GetString()));
        Assert.Matches("^[0-9a-f]{64}$", plugins[0].GetProperty("hash").GetString());
        Assert.Equal("plugin", (await home.Run("plugins")).ShouldWork().Output.Split(' ')[0]);
    }

    [Fact]
    public async Task UnknownCommand_IsToldTheNearest() =>
        Assert.Equal("There is no command 'nxt'. Did you mean next?", (await KobeProcess.Run("nxt")).ShouldRefuse().Refusals[0]);
}
