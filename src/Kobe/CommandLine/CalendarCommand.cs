using System.CommandLine;
using Kobe.Core.Markets;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe calendar</c>: one row a day.</summary>
internal static class CalendarCommand
{
    // A month reads well on one screen.
    private const int DefaultDays = 31;

    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "calendar",
            "The days of an exchange: sessions, early closes, holidays, weekends, with open and close.\n"
            + "Example: kobe calendar --from 2026-11-23 --to 2026-11-30 --json");
        var from = new Option<string>("--from") { Description = "First day [today]", HelpName = "DATE" };
        var to = new Option<string>("--to") { Description = "Last day [30 days after the first]", HelpName = "DATE" };
        command.Options.Add(from);
        command.Options.Add(to);
        var options = new CommonOptions().AddTo(command, at: false);
        command.SetAction(result =>
        {
            var zones = new MachineZones();
            var zone = options.Zone(result, zones);
            var calendar = options.Clock(result, zones).Calendar;
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), calendar.Zone).DateTime);
            var first = result.GetValue(from) is { } start ? TimeArgument.Date("--from", start) : today;
            var last = result.GetValue(to) is { } end ? TimeArgument.Date("--to", end) : DefaultEnd(first);
            if (first > last)
            {
                throw new UserError($"--from {first:yyyy-MM-dd} lies after --to {last:yyyy-MM-dd}. Swap them.");
            }

            if (options.Json(result))
            {
                JsonOutput.Write(writer => CalendarView.Write(writer, calendar, first, last));
            }
            else
            {
                TableOutput.Write(CalendarView.Table(calendar, first, last, zone));
            }

            return ExitCode.Fine;
        });
        command.Subcommands.Add(CloseDayCommand.Make());
        return command;
    }

    private static DateOnly DefaultEnd(DateOnly first)
    {
        var days = Math.Min(DefaultDays - 1, ExchangeCalendar.LastDate.DayNumber - first.DayNumber);
        return first.AddDays(Math.Max(0, days));
    }
}
