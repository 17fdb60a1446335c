using System.Runtime.Versioning;
using System.Text;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary>A schedule directory that is odd says so, whichever command reads it.</summary>
public class FolderTests
{
    private const string Good = "tasks:\n  - { id: a, run: monitoring.health, at: \"09:35\" }\n";

    public static TheoryData<string> Commands { get; } = ["check", "plan", "next", "tasks", "explain a"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Missing_IsRefused(string command) =>
        Assert.Equal(
            ["The schedule directory 'schedule' is missing. Name one with --schedule DIR."],
            (await KobeProcess.Run(command.Split(' '))).ShouldRefuse().Refusals);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Empty_IsRefused(string command)
    {
        using var folder = ScheduleFolder.With("xnys.yaml", "calendar: xnys\ndays: []\n");
        var refusal = Assert.Single((await folder.Run(command.Split(' '))).ShouldRefuse().Refusals);

        Assert.EndsWith("holds no schedule files. Put files such as weekday.yaml there.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_InPlaceOfTheDirectory_IsRefused()
    {
        using var folder = ScheduleFolder.Of(Good);
        var result = await KobeProcess.Run("check", "--schedule", Path.Combine(folder.Path, "a.yaml"));

        Assert.Contains("is a file. Name a directory", result.ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("folder")]
    public async Task Link_ThatLeadsOut_IsRefused(string kind)
    {
        using var outside = ScheduleFolder.Of(Good);
        using var folder = ScheduleFolder.Of(Good);
        var (link, target) = kind == "file" ? ("b.yaml", outside.Path + "/a.yaml") : ("weekday", outside.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, link), target);
        var refusal = Assert.Single((await folder.Run("check")).ShouldRefuse().Refusals);

        Assert.StartsWith($"{folder.Path}/{link} is a link that leads out of {folder.Path}, to ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_InACircle_IsRefused()
    {
        using var folder = ScheduleFolder.Of(Good);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "again"), folder.Path);

        Assert.Contains("is a link", (await folder.Run("check")).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.yml")]
    [InlineData("weekday/B.YAML")]
    public async Task File_ThatWouldNotBeRead_IsRefused(string name)
    {
        using var folder = ScheduleFolder.Of(Good).AddRows(name, Good);

        Assert.EndsWith("the names of schedule files end in .yaml. Rename it.",
            (await folder.Run("check")).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenFiles_AndOtherFiles_AreLeftAlone()
    {
        using var folder = ScheduleFolder.Of(Good)
            .AddRows(".a.yaml.swp", "?").AddRows(".git/x.yaml", "[").AddRows("README.md", "#").AddRows("a.yaml~", "[");

        Assert.Matches(@"^1 task, \d+ handlers: fine\.\n$", (await folder.Run("check")).ShouldWork().Output);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task UnreadableFile_IsRefused()
    {
        using var folder = ScheduleFolder.Of(Good);
        var path = Path.Combine(folder.Path, "a.yaml");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.SkipWhen(CanRead(path), "This user may read every file.");

        Assert.Contains("can't be read", (await folder.Run("check")).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FFFE740061",           "KOBE1001")] // UTF-16
    [InlineData("7461736B733A205BFF5D", "KOBE1001")] // a byte that is not UTF-8
    [InlineData("7461736B733A2000",     "KOBE1004")] // a NUL
    [InlineData("",                     "KOBE2003")] // nothing
    [InlineData("5B5B5B5B5B5B5B5B5B5B5B5B5B5B5B5B5B5B", "KOBE1006")] // too deep
    public async Task OddBytes_AreRefusedWithTheirPlace(string hex, string code)
    {
        using var folder = new ScheduleFolder();
        await File.WriteAllBytesAsync(
            Path.Combine(folder.Path, "a.yaml"), Convert.FromHexString(hex), TestContext.Current.CancellationToken);
        var result = await folder.Run("check");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"/a.yaml:1:", result.Output, StringComparison.Ordinal);
        Assert.Contains(code, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BomAndCarriageReturns_AreFine()
    {
        using var folder = new ScheduleFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "a.yaml"),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n"))], TestContext.Current.CancellationToken);

        Assert.Matches(@"^1 task, \d+ handlers: fine\.\n$", (await folder.Run("check")).ShouldWork().Output);
    }

    private static bool CanRead(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
