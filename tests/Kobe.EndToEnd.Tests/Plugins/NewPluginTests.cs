using System.Text.RegularExpressions;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>From nothing to a task that has run in a live brain, by the steps of docs/plugins.md and no other.</summary>
[Collection(Alone.Name)]
public sealed partial class NewPluginTests
{
    [Fact]
    public async Task DocumentedSteps_LeadToARunningTask_OutsideThisRepository()
    {
        using var home = new Home("id: other, run: zoo.ok, at: \"10:05\"");
        using var brain = home.StartReady();
        var steps = Steps().Match(File.ReadAllText(Repository.At("docs", "plugins.md"))).Groups[1].Value;
        Assert.Equal(4, steps.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var began = TimeProvider.System.GetTimestamp();
        var done = await KobeProcess.Script(
            home.Root, "kobe() { $KOBE \"$@\"; }\nset -e\n" + steps + "times\n",

            // Servers that builds leave behind for the next build would outlive the test.
            ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_NOLOGO", "1"));
        var ended = brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "prices-sample");
        var elapsed = TimeProvider.System.GetElapsedTime(began);

        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        Evidence.Keep("new-plugin.md", $"""
            # From nothing to a running task

            The four steps of docs/plugins.md, run as they stand there in an empty directory beside a live brain, took
            {elapsed.TotalSeconds:0.0} s from `kobe new plugin` to the end of the first run, on {Environment.ProcessorCount} processors. The limit is 60.

            """);
        TestContext.Current.SendDiagnosticMessage(
            "from kobe new plugin to its run: {0:0.0} s; of it for the steps:\n{1}", elapsed.TotalSeconds,
            string.Join('\n', done.Output.TrimEnd().Split('\n')[^2..]));
        Assert.Equal(RunResult.Succeeded, ended.Result);
        Assert.Contains("prices.said", ended.Payload!.Facts.Select(fact => fact.Name));
        Assert.Contains("Total: 2, Errors: 0, Failed: 0", done.Output);
        Assert.Contains("hello, in ", brain.Said);
        Assert.Equal(0, brain.Stop());
    }

    [Fact]
    public async Task FolderThatIsThere_IsLeftAsItIs()
    {
        using var home = new Home("id: other, run: zoo.ok, at: \"10:05\"");
        (await home.Run("new plugin Prices")).ShouldWork();
        File.WriteAllText(Path.Combine(home.Root, "Prices", "Plugin.cs"), "mine");

        var again = (await home.Run("new plugin Prices")).ShouldRefuse();

        Assert.Contains("Prices is there already", again.Error);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(home.Root, "Prices", "Plugin.cs")));
        Assert.Contains("such as Prices or Acme.Prices", (await home.Run("new plugin a-b")).ShouldRefuse().Error);
    }

    [GeneratedRegex("<!-- steps -->\\s*```bash\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Steps();
}
