using Kobe.Contracts;

namespace Kobe.Tests.Hosting;

/// <summary>Contexts of the market for tests that don't care.</summary>
internal static class Markets
{
    private static readonly DateTimeOffset Open = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    public static MarketContext Quiet { get; } = new()
    {
        Timestamp = Open.AddMinutes(5).ToOffset(TimeSpan.FromHours(-5)),
        Date = new(2026, 11, 20),
        Phase = Phase.LUNCH,
        PhaseGroup = PhaseGroup.MARKET_OPEN,
        Mode = Mode.MONITORING,
        Seasons = Season.OPTIONS_EXPIRY | Season.EXPIRY_WEEK,
        Events = [new("Options expiry", Open, true)],
        IsTradingDay = true,
        IsMarketOpen = true,
        IsEarlyClose = false,
        IsHoliday = false,
        Holiday = null,
        IsWeekend = false,
        IsConfirmed = true,
        Open = Open,
        Close = Open.AddHours(6.5),
        NextOpen = Open.AddDays(3),
        NextClose = Open.AddHours(6.5),
        Entries = EntryPolicy.Closed,
        EntriesNamed = [Phase.CLOSING],
        Reason = "Lunch: no entries.",
    };
}
