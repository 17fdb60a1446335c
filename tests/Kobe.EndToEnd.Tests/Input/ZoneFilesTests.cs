using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Input;

/// <summary>Machines without zone data, or with broken data; .NET looks where TZDIR points.</summary>
public class ZoneFilesTests
{
    private const string NoneAtAll = "This machine has no time zone data. Install the tzdata package.";

    [Theory]
    [InlineData("awareness")]
    [InlineData("--awareness")]
    [InlineData("calendar")]
    [InlineData("awareness --calendar crypto")]
    public async Task Kobe_NamesThePackage_WhenThereAreNoZones(string command)
    {
        using var empty = new ScheduleFolder();
        foreach (var folder in new[] { empty.Path, Path.Combine(empty.Path, "missing") })
        {
            var result = await KobeProcess.Run([("TZDIR", folder)], command.Split(' '));

            Assert.Equal([NoneAtAll], result.ShouldRefuse().Refusals);
        }
    }

    [Fact]
    public async Task Kobe_NamesThePackage_WhenOnlyNewYorkIsMissing()
    {
        using var zones = new ScheduleFolder();
        CopyZone("Europe/London", zones.Path);

        var result = await KobeProcess.Run([("TZDIR", zones.Path)], "awareness", "--zone", "Europe/London");

        Assert.Equal(
            ["America/New_York:1:1: error KOBE1201: This machine has no time zone data for New York. "
                + "Install the tzdata package."],
            result.ShouldRefuse().Refusals);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no zone at all")]
    [InlineData("TZif2 and then nothing")]
    public async Task Kobe_Refuses_WhenTheZoneFileIsBroken(string content)
    {
        using var zones = new ScheduleFolder();
        Directory.CreateDirectory(Path.Combine(zones.Path, "America"));
        await File.WriteAllTextAsync(Path.Combine(zones.Path, "America", "New_York"), content);

        (await KobeProcess.Run([("TZDIR", zones.Path)], "awareness")).ShouldRefuse();
    }

    [Fact]
    public async Task Kobe_ReadsNoOtherZones_ThanThoseOfTzdir()
    {
        using var zones = new ScheduleFolder();
        CopyZone("America/New_York", zones.Path);

        (await KobeProcess.Run([("TZDIR", zones.Path)], "awareness")).ShouldWork();
        (await KobeProcess.Run([("TZDIR", zones.Path)], "awareness", "--zone", "Europe/London")).ShouldRefuse();
    }

    private static void CopyZone(string zone, string folder)
    {
        var source = Path.Combine("/usr/share/zoneinfo", zone);
        Assert.SkipUnless(File.Exists(source), "This machine keeps its zone data elsewhere than /usr/share/zoneinfo.");
        var target = Path.Combine(folder, zone);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }
}
