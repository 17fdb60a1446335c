using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Input;

/// <summary>What may lie where a calendar file is expected, and is none.</summary>
public class OddFileTests
{
    private const string Good = "calendar: xnys\n";

    [Fact]
    public async Task Kobe_DoesNotWait_ForAPipe()
    {
        using var schedule = new ScheduleFolder();
        Make($"mkfifo {schedule.CalendarPath("x.yaml")}");

        await Refuses(schedule, $"{schedule.CalendarPath("x.yaml")} is a pipe or a device. Only files are read.");
    }

    [Fact]
    public async Task Kobe_DoesNotWait_ForAPipeBehindALink()
    {
        using var schedule = new ScheduleFolder();
        Make($"mkfifo {schedule.CalendarPath("pipe")}");
        File.CreateSymbolicLink(schedule.CalendarPath("x.yaml"), "pipe");

        await Refuses(schedule, $"{schedule.CalendarPath("x.yaml")} is a pipe or a device. Only files are read.");
    }

    [Fact]
    public async Task Kobe_RefusesADirectory_NamedLikeAFile()
    {
        using var schedule = new ScheduleFolder();
        Directory.CreateDirectory(schedule.CalendarPath("x.yaml"));

        await Refuses(schedule, $"{schedule.CalendarPath("x.yaml")} is a folder. Only files are named like that.");
    }

    [Fact]
    public async Task Kobe_RefusesAFile_InPlaceOfAFolder()
    {
        using var schedule = new ScheduleFolder();
        var calendars = Path.Combine(schedule.Path, "calendars");
        await File.WriteAllTextAsync(calendars, Good);

        await Refuses(schedule, $"{calendars} is no folder.");
        (await KobeProcess.Run("awareness", "--schedule", calendars)).ShouldRefuse();
    }

    [Fact]
    public async Task Kobe_FollowsALink_ThatStaysInside()
    {
        using var schedule = new ScheduleFolder();
        await File.WriteAllTextAsync(Path.Combine(schedule.Path, "real.yaml"), Good);
        File.CreateSymbolicLink(schedule.CalendarPath("x.yaml"), "../real.yaml");

        (await schedule.Ask()).ShouldWork();
    }

    [Fact]
    public async Task Kobe_FollowsALink_ToTheScheduleItself()
    {
        using var schedule = ScheduleFolder.With("x.yaml", Good);
        using var elsewhere = new ScheduleFolder();
        var link = Path.Combine(elsewhere.Path, "schedule");
        Directory.CreateSymbolicLink(link, schedule.Path);

        (await KobeProcess.Run("awareness", "--schedule", link)).ShouldWork();
    }

    [Theory]
    // where the link in the calendars folder points; OUT is a folder elsewhere, inner a link to it within the schedule
    [InlineData("OUT/real.yaml")]
    [InlineData("../inner/real.yaml")]
    [InlineData("../inner/nested/../real.yaml")]
    [InlineData("../hop.yaml")]
    public async Task Kobe_FollowsNoLink_OutOfTheSchedule(string target)
    {
        using var outside = new ScheduleFolder();
        using var schedule = new ScheduleFolder();
        await File.WriteAllTextAsync(Path.Combine(outside.Path, "real.yaml"), Good);
        Directory.CreateDirectory(Path.Combine(outside.Path, "nested"));
        Directory.CreateSymbolicLink(Path.Combine(schedule.Path, "inner"), outside.Path);
        File.CreateSymbolicLink(Path.Combine(schedule.Path, "hop.yaml"), "inner/real.yaml");
        var link = schedule.CalendarPath("x.yaml");
        File.CreateSymbolicLink(link, target.Replace("OUT", outside.Path, StringComparison.Ordinal));

        await Refuses(schedule, $"{link} is a link that leads out of {schedule.Path}, to {outside.Path}/real.yaml.");
    }

    [Fact]
    public async Task Kobe_FollowsNoFolder_OutOfTheSchedule()
    {
        using var outside = ScheduleFolder.With("x.yaml", Good);
        using var schedule = new ScheduleFolder();
        Directory.CreateSymbolicLink(Path.Combine(schedule.Path, "calendars"), outside.Calendars);

        await Refuses(schedule, $"{schedule.CalendarPath("x.yaml")} is a link that leads out of {schedule.Path}, to ");
    }

    [Theory]
    [InlineData("x.yaml")] // to itself
    [InlineData("y.yaml")] // to nothing
    public async Task Kobe_RefusesALink_ThatLeadsNowhere(string target)
    {
        using var schedule = new ScheduleFolder();
        File.CreateSymbolicLink(schedule.CalendarPath("x.yaml"), target);

        await Refuses(schedule, $"{schedule.Path}/calendars");
    }

    [Fact]
    public async Task Kobe_RefusesAFile_ThatItMayNotRead()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Permissions do not bind the superuser, who runs this test.");
        using var schedule = ScheduleFolder.With("x.yaml", Good);
        Make($"chmod 000 {schedule.CalendarPath("x.yaml")}");

        await Refuses(schedule, $"{schedule.Path}/calendars");
    }

    [Fact]
    public async Task Kobe_RefusesMoreFiles_ThanAnybodyKeeps()
    {
        using var schedule = new ScheduleFolder();
        for (var i = 0; i <= 100; i++)
        {
            schedule.Add($"{i}.yaml", Good);
        }

        await Refuses(schedule, $"{schedule.Calendars} holds 101 files; at most 100 are read.");
    }

    [Fact]
    public async Task Kobe_LeavesOtherFilesAlone()
    {
        using var schedule = new ScheduleFolder().Add("README.md", "# none of ours").Add("x.yaml~", "[[[");

        (await schedule.Ask()).ShouldWork();
    }

    private static async Task Refuses(ScheduleFolder schedule, string sentence) =>
        Assert.StartsWith(sentence, (await schedule.Ask()).ShouldRefuse().Refusals[0], StringComparison.Ordinal);

    private static void Make(string line)
    {
        using var process = System.Diagnostics.Process.Start("bash", ["-c", line]);
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"This machine can't: {line}");
    }
}
