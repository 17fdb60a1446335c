using System.CommandLine;
using System.Text.Json;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine.Steering;

/// <summary><c>kobe schedule add|list|cancel</c>: single runs at an instant to come.</summary>
internal static class OnceCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "schedule",
            "Single runs at an instant to come; they outlive restarts.\n"
            + "Example: kobe schedule add --once \"tomorrow 09:45\" --run data.bars --reason \"feed comes late\"");
        command.Subcommands.Add(Add(time));
        command.Subcommands.Add(List());
        command.Subcommands.Add(Cancel());
        return command;
    }

    private static Command Add(TimeProvider time)
    {
        var command = new Command("add", "Runs a task once.\n"
            + "Example: kobe schedule add --once +2h --run data.bars --arg symbol=SPY --reason \"feed comes late\"");
        var once = new Option<string>("--once")
        {
            Description = "When: 2026-11-27T14:30, 14:30, tomorrow 09:30 or +2h", HelpName = "TIME",
        };
        var run = new Option<string>("--run")
        {
            Description = "The task's id, or a handler that one row alone runs", HelpName = "TASK",
        };
        var args = new Option<string[]>("--arg")
        {
            Description = "An argument over the row's; may be given several times", HelpName = "NAME=VALUE",
        };
        var force = new Option<string>("--force")
        {
            Description = "Leaves the row's filters aside", Arity = ArgumentArity.Zero,
        };
        command.Options.Add(once);
        command.Options.Add(run);
        command.Options.Add(args);
        command.Options.Add(force);
        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result =>
        {
            var when = result.GetValue(once) ?? throw new UserError("--once is missing. Write a time such as +2h.");
            var task = result.GetValue(run) ?? throw new UserError("--run is missing. Write a task's id.");
            var at = WhenArgument.Instant(
                "--once", when, WhenArgument.ScheduleZone(new MachineZones()), time.GetUtcNow());
            return SteeringCall.Post(
                options.State(result), $"/api/v1/tasks/{SteeringCall.Escape(task)}/once", options.Reason(result),
                writer =>
                {
                    writer.WriteString("at", Instants.Utc(at));
                    TypedArguments.Write(writer, result.GetValue(args) ?? [], result.GetResult(force) is not null);
                })
                .Print(options.Json(result));
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command(
            "list", "The single runs that wait for their time.\nExample: kobe schedule list --json");
        var options = new BrainOptions().AddState(command).AddJson(command);
        command.SetAction(result =>
        {
            using var document = BrainQuestion.Get(options.State(result), "/api/v1/once");
            if (options.Json(result))
            {
                JsonOutput.Write(document.RootElement.WriteTo);
                return ExitCode.Fine;
            }

            var table = new Table("due", "key", "task", "expires");
            foreach (var one in document.RootElement.GetProperty("once").EnumerateArray())
            {
                table.Add(Text(one, "dueAt"), Text(one, "key"), Text(one, "task"), Text(one, "expiresAt"));
            }

            TableOutput.Write(table);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Cancel()
    {
        var command = new Command("cancel", "Takes a single run back.\n"
            + "Example: kobe schedule cancel data.bars@2026-11-27/once-1f --reason \"not needed\"");
        var key = new Argument<string>("KEY") { Description = "As kobe schedule list shows it" };
        command.Arguments.Add(key);
        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result => SteeringCall.Post(
            options.State(result), $"/api/v1/runs/{SteeringCall.Escape(result.GetValue(key)!)}/cancel",
            options.Reason(result))
            .Print(options.Json(result)));
        return command;
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}
