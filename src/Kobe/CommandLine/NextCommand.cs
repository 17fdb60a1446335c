using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary><c>kobe next</c>: what runs next.</summary>
internal sealed class NextCommand
{
    private const int CountDefault = 10;
    private const int CountMax = 10_000;

    // Rows that fall due once a year are found.
    private const int DaysMax = 400;

    private readonly Argument<string?> _count =
        new("N")
        {
            Description = $"How many [{CountDefault}]",
            Arity = ArgumentArity.ZeroOrOne,
        };

    private readonly Option<string> _task = new("--task") { Description = "Only this task", HelpName = "TASK" };

    private readonly ScheduleOptions _options = new();

    public static Command Make(TimeProvider time) => new NextCommand().MakeCommand(time);

    private Command MakeCommand(TimeProvider time)
    {
        var command = new Command(
            "next",
            "The next occurrences that will run.\n"
            + "Example: kobe next 5 --at 2026-11-27T09:00");
        command.Arguments.Add(_count);
        command.Options.Add(_task);
        _options.AddBrainTo(command);
        command.SetAction(result => Run(result, time));
        return command;
    }

    private int Run(ParseResult result, TimeProvider time)
    {
        var count = Count(result.GetValue(_count));
        var open = _options.Open(result, time);
        var next = result.GetValue(_task) is { } id
            ? new Neighbours(open.Context).Next(KnownTask.Find(id, open.Schedule), open.Now, count)
            : Next(open, count);
        if (_options.Json(result))
        {
            WriteJson(next, open.Zone);
        }
        else if (next.Count == 0)
        {
            Terminal.Write(new($"Nothing falls due within {DaysMax} days.\n"));
        }
        else
        {
            TableOutput.Write(NextView.Table(next, open.Now, open.Zone));
        }

        return ExitCode.Fine;
    }

    // Apart, so that text never loads the JSON library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteJson(IReadOnlyList<Forecast> next, TimeZoneInfo zone) =>
        JsonOutput.Write(writer => NextView.Write(writer, next, zone));

    private static List<Forecast> Next(OpenSchedule open, int count)
    {
        var next = new List<Forecast>();
        var timeline = new Timeline(open.Schedule, open.Calendars);
        foreach (var occurrence in timeline.Between(open.Now, open.Now + TimeSpan.FromDays(DaysMax)))
        {
            if (Forecaster.Of(occurrence, open.Context) is { Runs: true } forecast)
            {
                next.Add(forecast);
            }

            if (next.Count == count)
            {
                break;
            }
        }

        return next;
    }

    private static int Count(string? text)
    {
        if (text is null)
        {
            return CountDefault;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= CountMax
            ? count
            : throw new UserError($"'{text}' is no number of occurrences. Write 1 to {CountMax}.");
    }
}
