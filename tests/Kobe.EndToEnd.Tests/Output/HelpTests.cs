using Kobe.EndToEnd.Tests.Support;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Output;

/// <summary>Help: every command shows how it is used.</summary>
public class HelpTests
{
    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        var help = (await KobeProcess.Run("--help")).ShouldWork().Output;

        Assert.All(["awareness", "calendar", "check", "plan", "next", "explain", "tasks", "handlers", "plugins", "import", "history", "stats", "logs", "schedule", .. Steering],
            name => Assert.Contains($"\n  {name}", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("awareness")]
    [InlineData("calendar")]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("next")]
    [InlineData("explain")]
    [InlineData("tasks")]
    [InlineData("handlers")]
    [InlineData("plugins")]
    public async Task Help_HoldsAnExample_ThatWorks(string command)
    {
        var help = (await KobeProcess.Run(command, "--help")).ShouldWork().Output;

        const string Label = "Example: kobe ";

        // The command's own comes first; those of its subcommands follow.
        var example = help.Split('\n').First(line => line.Contains(Label, StringComparison.Ordinal)).Trim();
        (await KobeProcess.Run(Repository.Root, [], example[Label.Length..].Split(' '))).ShouldWork();
    }

    [Fact]
    public async Task Help_OfEveryCommandThatSteers_HoldsAnExampleWithAReason()
    {
        foreach (var command in Steering)
        {
            var help = (await KobeProcess.Run(command, "--help")).ShouldWork().Output;
            Assert.Contains($"Example: kobe {command} ", help, StringComparison.Ordinal);
            Assert.Contains("--reason", help, StringComparison.Ordinal);
            Assert.Contains("--json", help, StringComparison.Ordinal);
        }
    }

    private static string[] Steering =>
    [
        "trigger", "cancel", "pause", "resume", "enable", "disable", "reload", "resolve", "unquarantine", "backfill",
        "halt", "reduce", "activate", "approve-exits", "confirm-clock",
    ];

    [Fact]
    public async Task Version_IsOneLine() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await KobeProcess.Run("--version")).ShouldWork().Output);
}
