using System.Runtime.Versioning;
using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Drift;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.drift on real schedule files.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DriftHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly DriftHandler handler = new();
    private readonly string schedule;

    public DriftHandlerTests()
    {
        schedule = Directory.CreateDirectory(state.At("schedule")).FullName;
        Directory.CreateDirectory(Path.Combine(schedule, "weekday"));
        File.WriteAllText(Path.Combine(schedule, "day.yaml"), "tasks:\n  - id: a\n");
        File.WriteAllText(Path.Combine(schedule, "weekday", "open.yaml"), "tasks: []\n");
    }

    private DriftArguments Arguments => new(state.Root, schedule);

    private string ApprovedFile => state.At("approved-schedule.sha256");

    public void Dispose() => state.Dispose();

    [Fact]
    public void NothingApproved_IsSkipped_AndSaysHowTo()
    {
        var why = attempt.Skip(handler, Arguments);

        Assert.Matches(@"\(umask 077; echo [0-9a-f]{64} > .*/approved-schedule\.sha256\)$", why);
        Assert.False(File.Exists(ApprovedFile));
    }

    [Fact]
    public void Approved_Succeeds_WithoutDrift()
    {
        Approve();

        var result = attempt.Succeed(handler, Arguments);

        Assert.False(Drift(result).GetProperty("drifted").GetBoolean());
        Assert.Equal(2, Drift(result).GetProperty("files").GetInt32());
        Assert.Empty(attempt.Discoveries);
    }

    [Fact]
    public void LineEndsAndByteOrderMarks_AreNoDrift()
    {
        Approve();
        File.WriteAllText(Path.Combine(schedule, "day.yaml"), "tasks:\r\n  - id: a\r\n", new UTF8Encoding(true));
        File.WriteAllText(Path.Combine(schedule, "README.md"), "not read as schedule");

        Assert.False(Drift(attempt.Succeed(handler, Arguments)).GetProperty("drifted").GetBoolean());
    }

    [Theory]
    [InlineData("day.yaml", "tasks:\n  - id: b\n")]
    [InlineData("new.yaml", "")]
    [InlineData("weekday/open.yaml", null)]
    public void Change_IsPublished_AndDiscoveredOnce(string file, string? text)
    {
        Approve();
        File.SetLastWriteTimeUtc(ApprovedFile, Attempt.Now.UtcDateTime.AddYears(-5));
        var path = Path.Combine(schedule, file);
        if (text is null)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllText(path, text);
        }

        var drift = Drift(attempt.Succeed(handler, Arguments));
        attempt.Succeed(handler, Arguments);

        Assert.True(drift.GetProperty("drifted").GetBoolean());
        Assert.NotEqual(drift.GetProperty("approved").GetString(), drift.GetProperty("hash").GetString());
        var discovery = Assert.Single(attempt.Discoveries);
        Assert.Equal(text is not null, discovery.Detail!.Contains(file, StringComparison.Ordinal));
    }

    [Fact]
    public void Rename_IsDrift()
    {
        Approve();
        File.Move(Path.Combine(schedule, "day.yaml"), Path.Combine(schedule, "days.yaml"));

        Assert.True(Drift(attempt.Succeed(handler, Arguments)).GetProperty("drifted").GetBoolean());
    }

    [Fact]
    public void ApprovedFile_MayLieElsewhere_AndNamesItselfWhenItIsNoHash()
    {
        var elsewhere = state.At("mine");
        File.WriteAllText(elsewhere, "no hash");

        var result = attempt.Run(handler, Arguments with { Approved = elsewhere });

        Assert.Contains("mine", Assert.IsType<TaskResult.Fatal>(result).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingSchedule_Fails() =>
        Assert.Contains(
            "can't be compared",
            attempt.Fail(handler, Arguments with { Schedule = state.At("nothing") }),
            StringComparison.Ordinal);

    // As the handler itself tells a person to do it.
    private void Approve()
    {
        var words = attempt.Skip(handler, Arguments).Split(' ');
        File.WriteAllText(ApprovedFile, words[Array.IndexOf(words, "echo") + 1] + "\n");
    }

    private static System.Text.Json.JsonElement Drift(TaskResult.Succeeded result) =>
        Assert.Single(result.Facts).Value;
}
