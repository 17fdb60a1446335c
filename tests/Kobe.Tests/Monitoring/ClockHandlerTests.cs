using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Clocks;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.clock: a clock turned by hand, this machine's kernel and zone data.</summary>
public sealed class ClockHandlerTests
{
    private static readonly ClockArguments Arguments = new(TimeSpan.FromSeconds(2));
    private readonly Attempt attempt = new();
    private readonly ClockHandler handler = new();

    [Fact]
    public void FirstLook_HasNothingToCompare()
    {
        var skew = Look();

        Assert.Equal(0, skew.GetProperty("ms").GetInt64());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, skew.GetProperty("since_seconds").ValueKind);
        Assert.Equal("-05:00", skew.GetProperty("zone_offset").GetString());
    }

    [Theory]
    // hours, step in ms; what is published, whether a person is told
    [InlineData(1, 0, 0, false)]
    [InlineData(1, 1500, 1500, false)]
    [InlineData(1, 3_600_000, 3_600_000, true)]
    [InlineData(24, -2_500, 2_500, true)]
    public void Step_IsPublished_AndToldBeyondTheLimit(int hours, int step, long ms, bool told)
    {
        Look();
        attempt.Clock.Pass(TimeSpan.FromHours(hours));
        attempt.Clock.Step(TimeSpan.FromMilliseconds(step));

        var skew = Look();

        // The kernel's account of sleep is read apart from the clock: a few microseconds may be rounded.
        Assert.InRange(skew.GetProperty("ms").GetInt64(), ms - 2, ms + 2);
        Assert.InRange(skew.GetProperty("step_ms").GetInt64(), step - 2, step + 2);
        Assert.Equal(hours * 3600, skew.GetProperty("since_seconds").GetDouble(), 0.01);
        Assert.Equal(told ? 1 : 0, attempt.Notices.Count);
        Assert.Equal(told, attempt.Discoveries.Exists(one => one.Title.StartsWith("The clock jumped")));
    }

    [Fact]
    public void Step_IsOver_AtTheNextLook()
    {
        Look();
        attempt.Clock.Step(TimeSpan.FromHours(1));
        Look();
        attempt.Clock.Pass(TimeSpan.FromHours(1));

        Assert.InRange(Look().GetProperty("ms").GetInt64(), 0, 2);
        Assert.Single(attempt.Notices);
    }

    [Fact]
    public void NewYork_HasItsOffsetOfTheDay()
    {
        attempt.Clock.Step(TimeSpan.FromDays(-180));

        Assert.Equal("-04:00", Look().GetProperty("zone_offset").GetString());
    }

    [Fact]
    public void UnsynchronisedKernel_IsDiscovered_OnlyWhenItBegins()
    {
        var unsynchronised = Look().GetProperty("synchronised") is
            { ValueKind: System.Text.Json.JsonValueKind.False };
        Look();

        Assert.Equal(unsynchronised ? 1 : 0, attempt.Discoveries.Count);
    }

    [Fact]
    public void MissingZone_Fails() =>
        Assert.Contains(
            "no data for America/Gotham",
            attempt.Fail(handler, Arguments with { Zone = "America/Gotham" }),
            StringComparison.Ordinal);

    [Fact]
    public void StandingClock_IsSkipped()
    {
        attempt.Clock.ReadingTakes = TimeSpan.FromMilliseconds(1);

        Assert.Contains("stands", attempt.Skip(handler, Arguments), StringComparison.Ordinal);
    }

    private System.Text.Json.JsonElement Look() => Assert.Single(attempt.Succeed(handler, Arguments).Facts).Value;
}
