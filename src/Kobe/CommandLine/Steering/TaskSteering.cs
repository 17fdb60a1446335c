using System.CommandLine;
using System.Text.Json;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.CommandLine.Steering;

/// <summary>Commands about one task: enable, disable, unquarantine, backfill; and about one occurrence: cancel,
/// resolve.</summary>
internal static class TaskSteering
{
    private static readonly string[] Resolutions = ["done", "rerun", "drop"];

    /// <summary><c>kobe enable</c>.</summary>
    public static Command Enable() => OfTask(
        "enable", "Lets a disabled task run again, from its next occurrence on.",
        "kobe enable data.bars --reason \"feed is back\"");

    /// <summary><c>kobe disable</c>.</summary>
    public static Command Disable() => OfTask(
        "disable", "Keeps a task from running until it is enabled; what waits of it ends as disabled.",
        "kobe disable data.bars --reason \"feed is down\"");

    /// <summary><c>kobe unquarantine</c>.</summary>
    public static Command Unquarantine() => OfTask(
        "unquarantine", "Lets a task run again that was put in quarantine because it crashed too often.",
        "kobe unquarantine data.bars --reason \"plugin mended\"");

    /// <summary><c>kobe cancel</c>.</summary>
    public static Command Cancel() => Of(
        "cancel", "KEY", "An occurrence that waits or runs, as kobe status shows it",
        "Cancels an occurrence that waits or runs.",
        "kobe cancel data.bars@2026-11-20T09:35 --reason \"not needed\"", "/api/v1/runs/", "/cancel");

    /// <summary><c>kobe resolve</c>.</summary>
    public static Command Resolve()
    {
        var how = new Argument<string>("done|rerun|drop") { Description = "What became of it" };
        return Of(
            "resolve", "KEY", "A held occurrence, as kobe history --outcome held shows it",
            "Says what became of an occurrence that waits for a person: done counts as succeeded, rerun queues it\n"
            + "again, drop ends it as cancelled.",
            "kobe resolve exit.stops@2026-11-20T15:55 done --reason \"filled, seen at the broker\"",
            "/api/v1/runs/", "/resolve", how, (writer, result) =>
            {
                var word = result.GetValue(how)!;
                writer.WriteString("how", Array.IndexOf(Resolutions, word) >= 0 ? word : throw new UserError(
                    $"'{word}' is no way to resolve. Write done, rerun or drop."));
            });
    }

    /// <summary><c>kobe backfill</c>.</summary>
    public static Command Backfill()
    {
        var from = new Option<string>("--from") { Description = "The first date", HelpName = "DATE" };
        var to = new Option<string>("--to") { Description = "The last date [the first]", HelpName = "DATE" };
        var command = Of(
            "backfill", "TASK", "The task's id",
            "Runs a task for past dates, which nothing else ever does: one run for each time it was due. They wait\n"
            + "until nothing else is to be done.",
            "kobe backfill data.bars --from 2026-11-16 --to 2026-11-18 --reason \"feed was down\"",
            "/api/v1/tasks/", "/backfill", null, (writer, result) =>
            {
                var first = result.GetValue(from) ?? throw new UserError("--from is missing. Write a date.");
                writer.WriteString("from", Date("--from", first));
                writer.WriteString("to", Date("--to", result.GetValue(to) ?? first));
            });
        command.Options.Add(from);
        command.Options.Add(to);
        return command;
    }

    private static string Date(string option, string text) => DateText.TryParse(text, out _) ? text
        : throw new UserError($"{option} '{text}' is no date that exists. {DateText.Hint(text)}");

    private static Command OfTask(string name, string about, string example) =>
        Of(name, "TASK", "The task's id", about, example, "/api/v1/tasks/", "/" + name);

    private static Command Of(
        string name, string what, string whatAbout, string about, string example, string before, string after,
        Argument<string>? second = null, Action<Utf8JsonWriter, ParseResult>? members = null)
    {
        var command = new Command(name, about + "\nExample: " + example);
        var first = new Argument<string>(what) { Description = whatAbout };
        command.Arguments.Add(first);
        if (second is not null)
        {
            command.Arguments.Add(second);
        }

        var options = new SteeringOptions().AddTo(command);
        command.SetAction(result => SteeringCall.Post(
            options.State(result), before + SteeringCall.Escape(result.GetValue(first)!) + after,
            options.Reason(result), members is null ? null : writer => members(writer, result))
            .Print(options.Json(result)));
        return command;
    }
}
