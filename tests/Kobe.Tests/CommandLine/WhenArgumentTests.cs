using Kobe.CommandLine;
using Kobe.Files;
using Kobe.Testing;

namespace Kobe.Tests.CommandLine;

public sealed class WhenArgumentTests
{
    // 10:00 in New York, on the day before Thanksgiving.
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    // typed                          UTC
    [InlineData("+2h", "2026-11-25 17:00")]
    [InlineData("+1h30m", "2026-11-25 16:30")]
    [InlineData("10:01", "2026-11-25 15:01")]
    [InlineData("10:00", "2026-11-26 15:00")]
    [InlineData("09:59", "2026-11-26 14:59")]
    [InlineData("today 16:00", "2026-11-25 21:00")]
    [InlineData("tomorrow 09:30", "2026-11-26 14:30")]
    [InlineData("2026-11-27T14:30", "2026-11-27 19:30")]
    [InlineData("2026-11-27 14:30", "2026-11-27 19:30")]
    [InlineData("2026-11-27T14:30:00Z", "2026-11-27 14:30")]
    [InlineData("2027-03-14T02:30", "2027-03-14 07:00")]
    public void Times_AreReadAsPeopleMeanThem(string text, string utc) =>
        Assert.Equal(utc, $"{WhenArgument.Instant("--until", text, Zones.NewYork, Now):yyyy-MM-dd HH:mm}");

    [Theory]
    [InlineData("+0s")]
    [InlineData("+soon")]
    [InlineData("2h")]
    [InlineData("yesterday 09:30")]
    [InlineData("today 09:30")]
    [InlineData("25:00")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData("2026-11-25T09:59")]
    [InlineData("2026-02-30T09:59")]
    public void OthersAreRefused_WithWhatWouldBeRight(string text) =>
        Assert.StartsWith("--until '", Assert.Throws<UserError>(() => WhenArgument.Instant("--until", text, Zones.NewYork, Now)).Message, StringComparison.Ordinal);
}
