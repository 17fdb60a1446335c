using Kobe.CommandLine;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Testing;

namespace Kobe.Tests.Schedules;

/// <summary>Whole days of the shipped schedule as <c>kobe plan</c> prints them.</summary>
public class ApprovedDayTests
{
    [Theory]
    [InlineData("2026-11-20")] // a plain Friday, options expire, and companies report until today
    [InlineData("2026-11-26")] // Thanksgiving
    [InlineData("2026-11-27")] // the close is at 13:00
    [InlineData("2026-11-28")] // a Saturday
    [InlineData("2026-03-08")] // the clocks go forward
    [InlineData("2026-11-01")] // the clocks go back
    [InlineData("2026-06-19")] // a holiday on an expiry Friday
    [InlineData("2028-02-29")] // a leap day, the last session of its month
    public void Plan_IsTheApprovedText(string date)
    {
        var timeline = new Timeline(Shipped.Schedule, Shipped.Calendars);
        var day = Forecaster.On(timeline, Days.Date(date), Forecaster.Blank(Shipped.Calendars), absences: true);
        var text = PlanView.Heading(day).Append(TableOutput.Text(PlanView.Table(day, each: false, Zones.NewYork)));

        Approved.Compare(text.ToString(), "tests", "Kobe.Tests", "Schedules", "Approved", $"{date}.approved.txt");
    }
}
