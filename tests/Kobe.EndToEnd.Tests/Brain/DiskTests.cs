using System.Net;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A state directory on a disk of its own, which is full or can't be written.</summary>
public sealed class DiskTests
{
    private const int Rows = 700;
    private const string NotRoot = "Only root can mount a disk of its own for a test.";

    [Fact]
    public void FullDisk_StopsNewRuns_AndIsGoneOnWhenThereIsRoomAgain()
    {
        Assert.SkipUnless(CanMount(), NotRoot);
        using var home = new Home(
            [.. Enumerable.Range(1, Rows).Select(row => $"id: t{row}, run: zoo.ok, at: \"10:05\"")]);
        home.Configured("log: { file: off }");
        using var brain = home.StartMounted("size=2m", "2026-11-20T15:04:52Z");
        brain.WaitReady();

        // The rows' lines need more than the room that the journal has written ahead.
        var filler = brain.InState("filler");
        Fill(filler);
        Wait.Until("503", () => brain.Get("/health").Status == HttpStatusCode.ServiceUnavailable, () => brain.Said);
        var (_, health) = brain.Get("/health");
        Assert.Equal("unhealthy", health.GetProperty("journal").GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, brain.Get("/health/live").Status);

        File.Delete(filler);
        Wait.Until("200", () => brain.Get("/health").Status == HttpStatusCode.OK, () => brain.Said);
        Wait.Until("all runs", () => brain.Get("/api/v1/status").Body
            .GetProperty("today").GetProperty("succeeded").GetInt32() == Rows, () => brain.Said);
        var ledger = brain.Journal.Fold();
        Assert.All(Enumerable.Range(1, Rows), row =>
        {
            var run = Assert.Single(ledger.RunsOf($"t{row}", new(2026, 11, 20)));
            Assert.Equal((FinalState.Succeeded, 1), (run.Final, run.Starts));
        });
        Assert.Equal(0, brain.Stop());
    }

    [Fact]
    public void ReadOnlyDisk_Is1_WithASentence()
    {
        Assert.SkipUnless(CanMount(), NotRoot);
        using var home = new Home("id: t, run: zoo.ok, at: \"10:05\"");
        using var brain = home.StartMounted("ro", "2026-11-20T15:04:52Z");

        Assert.Equal(1, brain.WaitExit());
        Assert.Contains("kobe: ", brain.Said, StringComparison.Ordinal);
        Assert.Contains("ead-only", brain.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", brain.Said, StringComparison.Ordinal);
        Assert.Empty(home.Processes());
    }

    private static bool CanMount() =>
        Environment.IsPrivilegedProcess && KobeProcess.Shell("unshare -m true").GetAwaiter().GetResult().ExitCode == 0;

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }
}
