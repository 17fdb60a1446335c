using System.CommandLine;
using Kobe.CommandLine.Steering;
using Kobe.Files;

namespace Kobe.CommandLine.Desk;

/// <summary><c>kobe flatten</c>: has the running brain close positions, by the row <c>desk.flatten</c>.</summary>
internal static class FlattenCommand
{
    /// <summary>The row of the shipped schedule that closes positions when somebody asks.</summary>
    public const string Task = "desk.flatten";

    private static readonly string[] Scopes = ["all", "daytrades", "losers", "external"];

    public static Command Make()
    {
        var scope = new Option<string>("--scope")
        {
            Description = "all, daytrades, losers or external [all]", HelpName = "WHAT",
        };
        var wait = new Option<string>("--wait")
        {
            Description = "Waits for its end; exit code 1 when it failed", Arity = ArgumentArity.Zero,
        };
        var command = new Command(
            "flatten",
            $"Has the running brain close positions by the exit protocol, by the row {Task}: its own entries are\n"
            + "taken back first, and a stop is put back when a sale is refused. While HALTED, kobe approve-exits\n"
            + "comes first.\n"
            + "Example: kobe flatten --reason \"leaving the office\" --wait");
        command.Options.Add(scope);
        command.Options.Add(wait);
        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result =>
        {
            var what = result.GetValue(scope) ?? "all";
            var reason = options.Reason(result).Trim();
            if (Array.IndexOf(Scopes, what) < 0)
            {
                throw new UserError($"--scope {what}: write {string.Join(", ", Scopes)}.");
            }

            if (reason.Length == 0)
            {
                throw new UserError("--reason is needed: why everything is sold.");
            }

            return TriggerCommand.Call(
                options.State(result), Task, reason, options.Json(result), result.GetResult(wait) is not null,
                [$"scope={what}", $"reason={reason}"], force: true);
        });
        return command;
    }
}
