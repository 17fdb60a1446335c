using System.CommandLine;
using Kobe.Core.Planning.Forecasting;

namespace Kobe.CommandLine;

/// <summary><c>kobe tasks</c>: the rows of the schedule.</summary>
internal static class TasksCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "tasks",
            "The rows of the schedule, where they stand and when they run next.\n"
            + "Example: kobe tasks --summary");
        var summary = new Option<bool>("--summary")
        {
            Description = "Counts instead: rows, handlers, and what runs on each kind of day",
        };
        command.Options.Add(summary);
        var options = new ScheduleOptions().AddBrainTo(command);
        command.SetAction(result =>
        {
            var open = options.Open(result, time);
            if (result.GetValue(summary))
            {
                return Summarise(TasksSummary.Of(open), options.Json(result));
            }

            var neighbours = new Neighbours(open.Context);
            if (options.Json(result))
            {
                JsonOutput.Write(writer => TasksView.Write(writer, open, neighbours));
            }
            else
            {
                TableOutput.Write(TasksView.Table(open, neighbours));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static int Summarise(TasksSummary summary, bool json)
    {
        if (json)
        {
            JsonOutput.Write(summary.Write);
        }
        else
        {
            summary.Print();
        }

        return ExitCode.Fine;
    }
}
