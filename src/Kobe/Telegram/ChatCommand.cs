namespace Kobe.Telegram;

/// <summary>A command as somebody wrote it.</summary>
/// <param name="Verb">What.</param>
/// <param name="Word">The word, without the slash.</param>
/// <param name="Rest">What stands behind it.</param>
internal sealed record ChatCommand(ChatVerb Verb, string Word, string Rest)
{
    // The longest task id has 64 characters, a reason is a sentence.
    private const int RestCharsMax = 200;

    /// <summary>All there are, in the order of the help.</summary>
    public static IReadOnlyList<(string Word, ChatVerb Verb, string Arguments, string About)> All { get; } =
    [
        ("status", ChatVerb.Status, "", "what the brain does now"),
        ("health", ChatVerb.Health, "", "how it does"),
        ("next", ChatVerb.Next, "[N]", "what falls due next"),
        ("today", ChatVerb.Today, "", "how the day's occurrences stand"),
        ("task", ChatVerb.Task, "ID", "what is known of a task"),
        ("alerts", ChatVerb.Alerts, "", "the last alerts"),
        ("logs", ChatVerb.Logs, "[N]", "the end of the log"),
        ("calendar", ChatVerb.Calendar, "", "the exchange's next days"),
        ("version", ChatVerb.Version, "", "the program's version"),
        ("run", ChatVerb.Run, "ID", "run a task now"),
        ("enable", ChatVerb.Enable, "ID", "let a task run again"),
        ("disable", ChatVerb.Disable, "ID", "keep a task from running"),
        ("pause", ChatVerb.Pause, "[all] [2h]", "stop starts, for a while"),
        ("resume", ChatVerb.Resume, "", "end the pause"),
        ("halt", ChatVerb.Halt, "[why]", "no entries, no exits: at once, without a question"),
        ("approve_exits", ChatVerb.ApproveExits, "[why]", "let exits run although trading is halted"),
        ("reduce", ChatVerb.Reduce, "[why]", "no entries"),
        ("activate", ChatVerb.Activate, "[why]", "entries and exits run again"),
        ("yes", ChatVerb.Yes, "CODE", "confirm a command"),
        ("help", ChatVerb.Help, "", "this"),
        ("positions", ChatVerb.Desk, "", "what the desk holds"),
        ("orders", ChatVerb.Desk, "", "its last orders"),
        ("pnl", ChatVerb.Desk, "", "what it earned"),
        ("flatten", ChatVerb.Flatten, "[why]", "close all positions"),
    ];

    /// <summary>Whether it changes something.</summary>
    public bool IsChange => Verb is ChatVerb.Run or ChatVerb.Enable or ChatVerb.Disable or ChatVerb.Pause
        or ChatVerb.Resume or ChatVerb.Halt or ChatVerb.Reduce or ChatVerb.Activate or ChatVerb.ApproveExits
        or ChatVerb.Flatten;

    /// <summary>Reads a message; null when it is no command of ours.</summary>
    public static ChatCommand? Read(string text)
    {
        if (!text.StartsWith('/'))
        {
            return null;
        }

        var parts = text[1..].Split((char[])[' ', '\n', '\t'], 2, StringSplitOptions.TrimEntries);

        // In groups a command names its bot: /status@kobe_bot.
        var word = parts[0].Split('@')[0].ToLowerInvariant();
        var rest = parts.Length < 2 ? "" : parts[1].Length <= RestCharsMax ? parts[1] : parts[1][..RestCharsMax];
        foreach (var known in All)
        {
            if (known.Word == word)
            {
                return new(known.Verb, word, rest);
            }
        }

        return word == "start" ? new(ChatVerb.Help, word, "") : null;
    }
}
