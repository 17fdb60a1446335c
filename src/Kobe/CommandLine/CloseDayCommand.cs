using System.CommandLine;
using System.Text;
using Kobe.CommandLine.Steering;
using Kobe.Core.Markets;
using Kobe.Files;
using Kobe.Markets;
using Kobe.Operation;

namespace Kobe.CommandLine;

/// <summary><c>kobe calendar close</c>: an unscheduled closing, written as a file of its own and put into force.
/// </summary>
internal static class CloseDayCommand
{
    public static Command Make()
    {
        var command = new Command(
            "close",
            "An unscheduled closing: writes it into the schedule's calendars and has a running brain read them again.\n"
            + "Example: kobe calendar close 2029-01-25 --reason \"day of mourning, NYSE notice of 2029-01-20\"");
        var date = new Argument<string>("DATE") { Description = "The date" };
        var calendar = new Option<string>("--calendar")
        {
            Description = $"The calendar [{CalendarSet.DefaultName}]", HelpName = "NAME",
        };
        var schedule = new Option<string>("--schedule")
        {
            Description = "The schedule directory [schedule]", HelpName = "DIR",
        };
        command.Arguments.Add(date);
        command.Options.Add(calendar);
        command.Options.Add(schedule);
        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result =>
        {
            var reason = options.Reason(result).Trim();
            if (reason.Length == 0)
            {
                throw new UserError("--reason is missing: it says who announced the closing.");
            }

            var day = TimeArgument.Date("DATE", result.GetValue(date)!);
            var name = result.GetValue(calendar) ?? CalendarSet.DefaultName;
            var file = Close(result.GetValue(schedule) ?? "schedule", name, day, reason);
            return PutIntoForce(options.State(result), file, name, day, reason).Print(options.Json(result));
        });
        return command;
    }

    private static string Close(string schedule, string name, DateOnly date, string reason)
    {
        if (!Directory.Exists(schedule))
        {
            throw new UserError($"The schedule directory '{schedule}' is missing. Name one with --schedule DIR.");
        }

        var zones = new MachineZones();
        var set = CalendarLoader.Load(schedule, zones);
        var clock = set.Find(name) ?? throw new UserError(
            $"There is no calendar '{name}'. {Suggestion.For(name, set.Names)}");
        if (clock.Calendar.On(date) is { Session: null } closed)
        {
            throw new UserError(
                $"{DayNames.Date(date)} is closed already: {closed.Name ?? DayNames.Kind(closed.Kind)}.");
        }

        var file = Path.Combine(schedule, "calendars", $"{name}-closed-{DayNames.Date(date)}.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var text = Quoted(reason);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes($"calendar: {name}\ndays:\n  - {{ date: {DayNames.Date(date)}, "
            + $"is: closed, name: {text}, source: {text} }}\n"));
        try
        {
            CalendarLoader.Load(schedule, zones);
            return file;
        }
        catch (UserError)
        {
            File.Delete(file);
            throw;
        }
    }

    private static SteeringAnswer PutIntoForce(
        string state, string file, string name, DateOnly date, string reason)
    {
        var what = $"{name} is closed on {DayNames.Date(date)}: {file} says so.";
        if (LiveBrain.Find(state) is null)
        {
            return new(ExitCode.Fine, null, what + " No brain runs; it counts from the next start on.");
        }

        var answer = SteeringCall.Post(state, "/api/v1/reload", $"calendar close {DayNames.Date(date)}: {reason}");
        return answer with { Words = $"{what} {answer.Words}" };
    }

    // YAML's quoted text knows the escapes of JSON.
    private static string Quoted(string text) => "\"" + System.Text.Encodings.Web.JavaScriptEncoder
        .UnsafeRelaxedJsonEscaping.Encode(text.Length > 200 ? text[..200] : text) + "\"";
}
