using Kobe.Core.Planning;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning;

public class AbsenceTests
{
    [Theory]
    [InlineData("at: \"10:00\", on: mon", "2026-11-20", "Selector", "Friday 2026-11-20 is not among on: mon.")]
    [InlineData("at: \"10:00\", on: trading-days", "2026-11-28", "Selector",
        "Saturday 2026-11-28 (weekend) is not among on: trading-days.")]
    [InlineData("at: open", "2026-11-26", "NoSession",
        "Thursday 2026-11-26 (Thanksgiving) has no session to anchor to.")]
    [InlineData("every: 5m, from: open, to: close", "2026-11-28", "NoSession",
        "Saturday 2026-11-28 (weekend) has no session to anchor to.")]
    [InlineData("cron: \"0 10 * * 6\"", "2026-11-20", "OtherDate",
        "Friday 2026-11-20 is not a date of cron '0 10 * * 6'.")]
    [InlineData("once: 2026-12-01T09:45", "2026-11-20", "OtherDate", "it runs once, on 2026-12-01.")]
    [InlineData("at: \"02:30\", dst_gap: skip", "2026-03-08", "ClockChange",
        "the clocks jump over its time on 2026-03-08, and dst_gap is skip.")]
    [InlineData("every: 5m, from: \"14:00\", to: open+5h", "2026-11-20", null, null)]
    [InlineData("every: 5m, from: open+5h, to: \"14:45\"", "2026-11-20", null, null)]
    [InlineData("whenever: { cooldown: 2h }", "2026-11-20", "NotDated",
        "whenever, cooldown 2h is not tied to dates.")]
    [InlineData("on_start: true", "2026-11-20", "NotDated", "on_start is not tied to dates.")]
    [InlineData("at: \"10:00\"", "2101-01-01", "OutsideCalendar", "2101-01-01 lies outside 1990–2100.")]

    // Closed by the calendar is an occurrence with an end of its own, and no absence.
    [InlineData("at: \"10:00\", on: trading-days", "2026-11-26", null, null)]
    [InlineData("at: \"10:00\"", "2026-11-20", null, null)]
    public void WhyNone_GivesTheOneReason(string keys, string date, string? cause, string? reason)
    {
        var absence = Expansion.WhyNone(ScheduleText.Row(keys), Days.Date(date), ScheduleText.Calendars);
        Assert.Equal((cause, reason), (absence?.Cause.ToString(), absence?.Reason));
    }
}
