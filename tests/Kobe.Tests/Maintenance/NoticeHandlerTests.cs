using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Notices;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.notice tells what the date is, and nothing on a usual one.</summary>
public sealed class NoticeHandlerTests
{
    private readonly Attempt attempt = new();
    private readonly NoticeHandler handler = new();

    [Fact]
    public void EarlyClose_IsTold_InTheExchangesTime()
    {
        attempt.Market = attempt.Market with
        {
            IsEarlyClose = true, Close = new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero),
        };

        var result = attempt.Succeed(handler, new NoticeArguments(NoticeAbout.EarlyClose));

        var notice = Assert.Single(attempt.Notices);
        Assert.StartsWith("The market closes early today, at 13:00.", notice, StringComparison.Ordinal);
        Assert.Equal(new ExternalId("notice", notice), Assert.Single(result.Evidence.Ids));
    }

    [Fact]
    public void Holiday_IsTold_WithTheNextOpening()
    {
        attempt.Market = attempt.Market with
        {
            IsTradingDay = false, IsHoliday = true, Holiday = "Thanksgiving",
            NextOpen = new DateTimeOffset(2026, 11, 27, 14, 30, 0, TimeSpan.Zero),
        };

        attempt.Succeed(handler, new NoticeArguments(NoticeAbout.Holiday));

        Assert.Equal(
            "The market is closed today: Thanksgiving. It opens again on Friday, 2026-11-27 at 09:30.",
            Assert.Single(attempt.Notices));
    }

    [Theory]
    [InlineData(NoticeAbout.EarlyClose, "the market does not close early today")]
    [InlineData(NoticeAbout.Holiday, "today is no holiday")]
    public void UsualDay_IsSkipped_AndNobodyIsDisturbed(NoticeAbout about, string why)
    {
        Assert.Equal(why, attempt.Skip(handler, new NoticeArguments(about)));
        Assert.Empty(attempt.Notices);
    }
}
