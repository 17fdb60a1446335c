using System.Net;
using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>The pulse goes on as long as the loop turns, whatever runs, and stops when it doesn't.</summary>
public sealed class PulseTests
{
    private const int Beats = 4;

    // The file's instants are whole seconds.
    private static readonly TimeSpan IntervalMax = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("id: quiet, run: zoo.ok, at: \"04:00\"")]
    [InlineData("id: long, run: zoo.sleep, at: \"10:05\", timeout: 300s")]
    [InlineData("id: busy, run: zoo.spin, at: \"10:05\", timeout: 300s")]
    public void Heart_BeatsInItsInterval_ThroughAQuietTimeAndALongHandler(string row)
    {
        using var home = new Home(row).Configured("heartbeat: 1s").PlannedUpTo("2026-11-20T15:00:00Z");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));
        var beats = new List<DateTimeOffset>();
        while (beats.Count < Beats)
        {
            Wait.Until("heartbeat", () => Beat(home) is { } beat && !beats.Contains(beat));
            beats.Add(Beat(home)!.Value);
        }

        Assert.All(
            beats.Zip(beats.Skip(1)),
            pair => Assert.InRange(pair.Second - pair.First, TimeSpan.Zero, IntervalMax));
        Assert.Equal(row.Contains("zoo.ok") ? 0 : 1, home.Journal.Events.OfType<RunEvent.Started>().Count());
        Assert.Equal(HttpStatusCode.OK, brain.Get("/health").Status);
    }

    [Fact]
    public void Heart_StandsStill_WhenTheLoopIsStuck_AndHealthSaysSo()
    {
        using var home = new Home("id: quiet, run: zoo.ok, at: \"04:00\"").Configured("heartbeat: 1s");
        var stuck = Path.Combine(home.Root, "stuck");
        using var brain = home.StartReady(("KOBE_TEST_STUCK", stuck));
        Wait.For("heartbeat", () => Beat(home));

        File.WriteAllText(stuck, "");
        Wait.Until("503", () => brain.Get("/health/live").Status == HttpStatusCode.ServiceUnavailable);
        var last = Beat(home);
        var age = LoopAge(brain);
        Wait.Until("time that passes", () => LoopAge(brain) > age + 3_000);
        Assert.Equal(last, Beat(home));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, brain.Get("/health").Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, brain.Get("/health/ready").Status);
        Assert.Contains("no heartbeat", brain.Said, StringComparison.Ordinal);

        File.Delete(stuck);
        Wait.Until("200", () => brain.Get("/health").Status == HttpStatusCode.OK);
        Wait.Until("next heartbeat", () => Beat(home) > last);
        Assert.Equal(0, brain.Stop());
    }

    // Others read these files at any moment: each reading is whole.
    [Fact]
    public void Reading_IsNeverTorn() => Read(5_000);

    [Fact]
    [Trait("long", "yes")]
    public void Reading_IsNeverTorn_InAHundredThousand() => Read(100_000);

    private static void Read(int readings)
    {
        using var home = new Home("id: busy, run: zoo.talks, whenever: { cooldown: 1s }, timeout: 1s")
            .Configured("heartbeat: 1s");
        using var brain = home.StartReady();
        Wait.For("heartbeat", () => Beat(home));
        var versions = new HashSet<DateTimeOffset>();
        for (var i = 0; i < readings || versions.Count < 3; i++)
        {
            versions.Add(Beat(home) ?? throw new InvalidOperationException("The heartbeat was gone."));
        }

        Assert.Equal(0, brain.Stop());
    }

    private static DateTimeOffset? Beat(Home home)
    {
        var file = home.InState("heartbeat.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var beat = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.True(beat.RootElement.GetProperty("alive").GetBoolean());
        return beat.RootElement.GetProperty("timestamp").GetDateTimeOffset();
    }

    private static double LoopAge(RunningBrain brain) =>
        brain.Get("/health").Body.GetProperty("live").GetProperty("loopAgeMs").GetDouble();
}
