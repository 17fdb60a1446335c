using Kobe.Alerts;
using Kobe.Testing;

namespace Kobe.Tests.Alerts;

public class QuietHoursTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    // from     to       now (UTC; New York is 5 h behind)  minutes left
    [InlineData("22:00", "07:00", "2026-11-20T03:00:00Z", 540)]
    [InlineData("22:00", "07:00", "2026-11-20T11:59:00Z", 1)]
    [InlineData("22:00", "07:00", "2026-11-20T12:00:00Z", 0)]
    [InlineData("22:00", "07:00", "2026-11-20T02:59:00Z", 0)]
    [InlineData("12:00", "13:00", "2026-11-20T17:30:00Z", 30)]
    [InlineData("12:00", "13:00", "2026-11-20T18:00:00Z", 0)]
    public void Left_CountsToTheEnd_InTheZone(string from, string to, string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes),
            new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(to), NewYork).Left(Days.Instant(now)));
}
