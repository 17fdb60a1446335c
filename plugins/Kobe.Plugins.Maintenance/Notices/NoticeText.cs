using System.Globalization;
using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Notices;

/// <summary>Notices in words.</summary>
internal static class NoticeText
{
    /// <summary>The notice for a context, or null when the date gives no reason for it.</summary>
    /// <param name="about">What is asked for.</param>
    /// <param name="market">The market at the moment.</param>
    /// <param name="zone">The zone in which people read times.</param>
    public static string? Of(NoticeAbout about, in MarketContext market, TimeZoneInfo zone) => about switch
    {
        NoticeAbout.EarlyClose when market is { IsEarlyClose: true, Close: { } close } =>
            $"The market closes early today, at {Time(close, zone)}. Tasks that hang on the close move with it.",
        NoticeAbout.Holiday when market.IsHoliday =>
            $"The market is closed today: {market.Holiday ?? "holiday"}."
            + (market.NextOpen is { } open ? $" It opens again on {Day(open, zone)} at {Time(open, zone)}." : ""),
        _ => null,
    };

    private static string Time(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture);
}
