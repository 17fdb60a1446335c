using Kobe.Core.Schedules.Cron;

namespace Kobe.Core.Tests.Schedules;

/// <summary>The wall-clock times of a cron expression, and the expressions that are refused.</summary>
public class CronTimeTests
{
    [Theory]
    [InlineData("0 0 * * *",          "00:00")]
    [InlineData("59 23 * * *",        "23:59")]
    [InlineData("35 9 * * *",         "09:35")]
    [InlineData("05 09 * * *",        "09:05")]
    [InlineData("0,30 9 * * *",       "09:00 09:30")]
    [InlineData("30,0 10,9 * * *",    "09:00 09:30 10:00 10:30")]
    [InlineData("0-2 9 * * *",        "09:00 09:01 09:02")]
    [InlineData("*/20 9 * * *",       "09:00 09:20 09:40")]
    [InlineData("*/45 9 * * *",       "09:00 09:45")]
    [InlineData("10-50/20 9 * * *",   "09:10 09:30 09:50")]
    [InlineData("0 */6 * * *",        "00:00 06:00 12:00 18:00")]
    [InlineData("0 9-17/4 * * *",     "09:00 13:00 17:00")]
    [InlineData("15 9,12-13 * * *",   "09:15 12:15 13:15")]
    [InlineData("0,0 9 * * *",        "09:00")]
    [InlineData("  0   9  * * *  ",   "09:00")]
    [InlineData("0\t9\t*\t*\t*",      "09:00")]
    public void Cron_HasTheseTimes(string expression, string times)
    {
        var cron = CronExpression.Parse(expression, out _);
        Assert.Equal(times, string.Join(' ', cron!.Times.Select(time => $"{time:HH:mm}")));
    }

    [Theory]
    [InlineData("* * * * *", 1440)]
    [InlineData("*/5 * * * *", 288)]
    [InlineData("0 * * * *", 24)]
    public void Cron_HasSoManyTimesADate(string expression, int count) =>
        Assert.Equal(count, CronExpression.Parse(expression, out _)!.Times.Count);

    [Theory]
    // Number of fields.
    [InlineData("", 1, "it has 0 fields, not five")]
    [InlineData("0 9 * *", 8, "it has 4 fields, not five")]
    [InlineData("9", 2, "it has 1 field, not five")]
    [InlineData("0 0 9 * * *", 11, "it has 6 fields, not five")]
    [InlineData("@daily", 1, "@daily is not read")]
    [InlineData("@Hourly", 1, "@Hourly is not read")]
    [InlineData("@reboot", 8, "it has 1 field, not five")]

    // Ranges of the fields.
    [InlineData("60 9 * * *", 1, "minute 60 is out of range")]
    [InlineData("0 24 * * *", 3, "hour 24 is out of range")]
    [InlineData("0 9 0 * *", 5, "day of month 0 is out of range")]
    [InlineData("0 9 32 * *", 5, "day of month 32 is out of range")]
    [InlineData("0 9 * 0 *", 7, "month 0 is out of range")]
    [InlineData("0 9 * 13 *", 7, "month 13 is out of range")]
    [InlineData("0 9 * * 8", 9, "day of week 8 is out of range")]
    [InlineData("0 9 * * 1,9", 11, "day of week 9 is out of range")]
    [InlineData("0 9 1-40 * *", 7, "day of month 40 is out of range")]

    // What is no number or name.
    [InlineData("x 9 * * *", 1, "'x' is no minute")]
    [InlineData("0 9am * * *", 3, "'9am' is no hour")]
    [InlineData("0 9 ? * *", 5, "'?' is no day of month")]
    [InlineData("0 9 * JANUARY *", 7, "'JANUARY' is no month")]
    [InlineData("0 9 * * MONDAY", 9, "'MONDAY' is no day of week")]
    [InlineData("0 9 * MON *", 7, "'MON' is no month")]
    [InlineData("0 009 * * *", 3, "'009' is no hour")]
    [InlineData("-1 9 * * *", 1, "'' is no minute")]
    [InlineData("+1 9 * * *", 1, "'+1' is no minute")]
    [InlineData("1.5 9 * * *", 1, "'1.5' is no minute")]

    // Lists, ranges and steps.
    [InlineData("0,,5 9 * * *", 3, "the minute is empty between its commas")]
    [InlineData("0, 9 * * *", 3, "the minute is empty between its commas")]
    [InlineData(",0 9 * * *", 1, "the minute is empty between its commas")]
    [InlineData("50-10 9 * * *", 1, "the range 50-10 runs backwards")]
    [InlineData("0 22-2 * * *", 3, "the range 22-2 runs backwards")]
    [InlineData("0 9 * * FRI-MON", 9, "the range FRI-MON runs backwards")]
    [InlineData("0 9 * NOV-FEB *", 7, "the range NOV-FEB runs backwards")]
    [InlineData("*/0 9 * * *", 3, "'0' is no step of the minute")]
    [InlineData("*/60 9 * * *", 3, "'60' is no step of the minute")]
    [InlineData("*/x 9 * * *", 3, "'x' is no step of the minute")]
    [InlineData("*/ 9 * * *", 3, "'' is no step of the minute")]
    [InlineData("5/15 9 * * *", 1, "'5' with a step is no range")]
    [InlineData("**/5 9 * * *", 1, "'**' is no minute")]
    [InlineData("1-2-3 9 * * *", 3, "'2-3' is no minute")]

    // L, W and #.
    [InlineData("0 9 L-0 * *", 5, "'L-0' is no day of month")]
    [InlineData("0 9 L-31 * *", 5, "'L-31' is no day of month")]
    [InlineData("0 9 LL * *", 5, "'LL' is no day of month")]
    [InlineData("0 9 W * *", 5, "'' is no day of month")]
    [InlineData("0 9 32W * *", 5, "day of month 32 is out of range")]
    [InlineData("0 9 * * L", 9, "'L' alone is no day of week")]
    [InlineData("0 9 * * 8L", 9, "day of week 8 is out of range")]
    [InlineData("0 9 * * 5#0", 11, "'0' is no week of the month")]
    [InlineData("0 9 * * 5#6", 11, "'6' is no week of the month")]
    [InlineData("0 9 * * FRI#", 13, "'' is no week of the month")]
    [InlineData("L 9 * * *", 1, "'L' is no minute")]
    [InlineData("0 9 * L *", 7, "'L' is no month")]

    // What can be read and never comes.
    [InlineData("0 0 30 2 *", 5, "no date ever matches")]
    [InlineData("0 0 31 4,6,9,11 *", 5, "no date ever matches")]
    [InlineData("0 0 30W 2 *", 5, "no date ever matches")]
    [InlineData("0 0 L-29 2 *", 5, "no date ever matches")]
    [InlineData("0 0 */31 * MON#2", 5, "no date ever matches")]
    public void Cron_IsRefused_WithTheColumn(string expression, int column, string message)
    {
        Assert.Null(CronExpression.Parse(expression, out var error));
        Assert.Equal((column, message), (error!.Column, error.Message));
        Assert.NotEqual("", error.Hint);
    }
}
