using System.CommandLine;
using Kobe.Core.Planning.Forecasting;
using Kobe.History;

namespace Kobe.CommandLine;

/// <summary><c>kobe explain</c>: where each setting of a task comes from, and why it runs or doesn't.</summary>
internal static class ExplainCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "explain",
            "A task's settings with their origin, its next and previous times, its last runs, and what decides now.\n"
            + "Example: kobe explain entry.window_swing --at 2026-11-27T12:59");
        var id = new Argument<string>("TASK") { Description = "The task's id" };
        command.Arguments.Add(id);
        var options = new ScheduleOptions().AddBrainTo(command);
        command.SetAction(result =>
        {
            var open = options.Open(result, time);
            var task = KnownTask.Find(result.GetValue(id)!, open.Schedule);
            var explanation = Explanation.Of(task, open.Now, open.Context);
            var runs = LastRuns.Of(options.Journal(result), task.Id, open.Now);
            if (options.Json(result))
            {
                JsonOutput.Write(writer => ExplainView.Write(writer, explanation, runs, open.Zone));
            }
            else
            {
                Terminal.Write(ExplainView.Heading(explanation));
                TableOutput.Write(ExplainView.Settings(explanation));
                SheetOutput.Write(ExplainView.Sheet(explanation, runs, open.Zone));
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
