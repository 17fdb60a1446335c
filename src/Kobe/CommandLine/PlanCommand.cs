using System.CommandLine;
using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary><c>kobe plan</c>: days without running them, a decision and a reason for each occurrence.</summary>
internal sealed class PlanCommand
{
    // A leap year: more is a simulation.
    private const int DaysMax = 366;

    private readonly Option<string> _date = new("--date") { Description = "The day [today]", HelpName = "DATE" };

    private readonly Option<string> _days =
        new("--days") { Description = "How many days from there on [1]", HelpName = "N" };

    private readonly Option<bool> _all =
        new("--all") { Description = "Also rows without an occurrence, with the reason, and each step of an interval" };

    private readonly ScheduleOptions _options = new();

    public static Command Make(TimeProvider time) => new PlanCommand().MakeCommand(time);

    private Command MakeCommand(TimeProvider time)
    {
        var command = new Command(
            "plan",
            "The day without running it: what falls due, whether it will run, and why not.\n"
            + "Example: kobe plan --date 2026-11-27");
        command.Options.Add(_date);
        command.Options.Add(_days);
        command.Options.Add(_all);
        _options.AddBrainTo(command);
        command.SetAction(result => Run(result, time));
        return command;
    }

    private int Run(ParseResult result, TimeProvider time)
    {
        var open = _options.Open(result, time);
        var first = result.GetValue(_date) is { } text ? TimeArgument.Date("--date", text) : Today(open);
        var days = Days(result.GetValue(_days), first);
        var all = result.GetValue(_all);
        var timeline = new Timeline(open.Schedule, open.Calendars);
        IEnumerable<DayForecast> Forecasts()
        {
            for (var day = 0; day < days; day++)
            {
                yield return Forecaster.On(timeline, first.AddDays(day), open.Context, all);
            }
        }

        if (_options.Json(result))
        {
            JsonOutput.Write(writer => PlanView.Write(writer, [.. Forecasts()], all, open.Zone));
            return ExitCode.Fine;
        }

        foreach (var forecast in Forecasts())
        {
            Terminal.Write(PlanView.Heading(forecast));
            TableOutput.Write(PlanView.Table(forecast, all, open.Zone));
        }

        return ExitCode.Fine;
    }

    private static DateOnly Today(OpenSchedule open) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Now, open.Zone).DateTime);

    private static int Days(string? text, DateOnly first)
    {
        if (text is null)
        {
            return 1;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days is < 1 or > DaysMax)
        {
            throw new UserError($"--days '{text}' is no number of days. Write 1 to {DaysMax}.");
        }

        return first.DayNumber + days - 1 <= ExchangeCalendar.LastDate.DayNumber
            ? days
            : throw new UserError(
                $"--days {days} from {first:yyyy-MM-dd} leads out of the calendar, which ends 2100-12-31.");
    }
}
