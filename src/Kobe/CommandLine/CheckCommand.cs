using System.CommandLine;

namespace Kobe.CommandLine;

/// <summary><c>kobe check</c>: everything that is wrong with configuration, calendars, plugins and schedule, at once.
/// </summary>
internal static class CheckCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "check",
            "Validates configuration, calendars, plugins and schedule: every error with file, line, column and what\n"
            + "would be right.\n"
            + "Example: kobe check --json");
        var options = new ScheduleOptions().AddBrainTo(command);
        command.SetAction(result =>
        {
            var report = options.Check(result, time);
            if (options.Json(result))
            {
                JsonOutput.Write(writer => CheckView.Write(writer, report));
            }
            else
            {
                Terminal.Write(CheckView.Text(report));
            }

            return report.IsFine ? ExitCode.Fine : ExitCode.BadInput;
        });
        return command;
    }
}
