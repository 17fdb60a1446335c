using System.Text.Json;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Telegram;

/// <summary>Turns commands into what the brain is asked to do. Names are looked up, never guessed.</summary>
internal static class ChatRequests
{
    private const string FlattenTask = CommandLine.Desk.FlattenCommand.Task;
    private static readonly TimeSpan PauseMax = TimeSpan.FromDays(7);

    /// <summary>The request; null with a sentence when the command says none.</summary>
    /// <param name="command">The command; it must be a change.</param>
    /// <param name="by">Who.</param>
    /// <param name="id">Of the update: the same asked twice is done once.</param>
    /// <param name="hasTask">Whether there is a task of that id.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static ControlRequest? Of(
        ChatCommand command, string by, string id, Func<string, bool> hasTask, DateTimeOffset now, out string problem)
    {
        problem = "";
        var reason = command.Rest.Length > 0 ? command.Rest : "by Telegram";
        switch (command.Verb)
        {
            case ChatVerb.Run or ChatVerb.Enable or ChatVerb.Disable:
                return OfTask(command, by, id, hasTask, out problem);
            case ChatVerb.Flatten:
                return OfFlatten(by, id, reason, hasTask, out problem);
            case ChatVerb.Pause:
                return OfPause(command, by, now, out problem);
            default:
                return new(VerbOf(command.Verb), "", by, reason);
        }
    }

    /// <summary>What the person is asked to confirm.</summary>
    public static string Question(ControlRequest request) => request.Verb switch
    {
        ControlVerb.Trigger when request.Subject == FlattenTask => "Take all entries back and SELL everything now?",
        ControlVerb.Trigger => $"Run {request.Subject} now?",
        ControlVerb.Enable => $"Let {request.Subject} run again?",
        ControlVerb.Disable => $"Keep {request.Subject} from running?",
        ControlVerb.Pause when request.Subject == "all" =>
            $"Stop ALL starts, exits and monitoring included{Until(request)}?",
        ControlVerb.Pause => $"Stop starts of everything but exits, reconciling and monitoring{Until(request)}?",
        ControlVerb.Resume => "End the pause? What fell due meanwhile is not made up for.",
        ControlVerb.Reduce => "Allow no entries any more (REDUCING)? Exits go on.",
        ControlVerb.Activate => "Let entries and exits run again (ACTIVE)?",
        ControlVerb.ApproveExits => "Let exits run although trading is halted?",
        _ => $"{ControlWords.Of(request.Verb)}?",
    };

    private static ControlRequest? OfTask(
        ChatCommand command, string by, string id, Func<string, bool> hasTask, out string problem)
    {
        var parts = command.Rest.Split(' ', 2, StringSplitOptions.TrimEntries);
        problem = parts[0].Length == 0 ? $"Write /{command.Word} and the id of a task."
            : hasTask(parts[0]) ? ""
            : "There is no such task. /next shows some.";
        return problem.Length > 0
            ? null
            : new(VerbOf(command.Verb), parts[0], by, parts.Length > 1 ? parts[1] : "by Telegram") { Id = id };
    }

    // Only this one gives a row's arguments away: what a person means by it is everything.
    private static ControlRequest? OfFlatten(
        string by, string id, string reason, Func<string, bool> hasTask, out string problem)
    {
        problem = hasTask(FlattenTask) ? "" : $"The schedule has no row {FlattenTask}: nothing was changed.";
        var text = $$"""{"scope":"all","reason":"{{JsonEncodedText.Encode(reason)}}"}""";
        return problem.Length == 0 && JsonText.TryParse(text, out var args, out _)
            ? new(ControlVerb.Trigger, FlattenTask, by, reason) { Id = id, Args = args, Force = true }
            : null;
    }

    private static ControlRequest? OfPause(ChatCommand command, string by, DateTimeOffset now, out string problem)
    {
        problem = "";
        var subject = "";
        DateTimeOffset? until = null;
        foreach (var word in command.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Equals("all", StringComparison.OrdinalIgnoreCase))
            {
                subject = "all";
            }
            else if (DurationText.TryParse(word, out var span) && span > TimeSpan.Zero && span <= PauseMax)
            {
                until = now + span;
            }
            else
            {
                problem = "Write /pause, /pause 2h, /pause all or /pause all 30m; at most 7d.";
                return null;
            }
        }

        return new(ControlVerb.Pause, subject, by, "by Telegram") { Until = until };
    }

    private static string Until(ControlRequest request) =>
        request.Until is { } until ? $" until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "";

    private static ControlVerb VerbOf(ChatVerb verb) => verb switch
    {
        ChatVerb.Run => ControlVerb.Trigger,
        ChatVerb.Enable => ControlVerb.Enable,
        ChatVerb.Disable => ControlVerb.Disable,
        ChatVerb.Pause => ControlVerb.Pause,
        ChatVerb.Resume => ControlVerb.Resume,
        ChatVerb.Halt => ControlVerb.Halt,
        ChatVerb.Reduce => ControlVerb.Reduce,
        ChatVerb.Activate => ControlVerb.Activate,
        ChatVerb.ApproveExits => ControlVerb.ApproveExits,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
