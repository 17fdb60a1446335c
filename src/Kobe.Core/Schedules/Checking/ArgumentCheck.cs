using System.Globalization;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>A row's arguments are those that its handler declares.</summary>
internal static class ArgumentCheck
{
    public static void Check(ScheduledTask task, HandlerRecord handler, ReadContext context)
    {
        for (var i = 0; i < task.Args.Count; i++)
        {
            var argument = task.Args[i];
            var mark = task.ItemMark(SettingKey.Args, i);
            if (handler.Argument(argument.Name) is not { } record)
            {
                context.Error(mark, ScheduleCodes.UnknownArgument,
                    $"The handler '{handler.Name}' takes no argument '{ValueHints.Short(argument.Name)}'.",
                    handler.Arguments.Count == 0
                        ? "It takes none."
                        : ValueHints.OneOf(
                            "It takes", argument.Name, [.. handler.Arguments.Select(known => known.Name)]));
            }
            else if (!Fits(argument, record))
            {
                context.Error(mark, ScheduleCodes.BadArgument,
                    $"Argument {argument} of '{handler.Name}' must be {Wanted(record)}.");
            }
            else if (record.NamesFacts && argument.Values.FirstOrDefault(name => !TaskName.IsValid(name)) is { } bad)
            {
                context.Error(mark, ScheduleCodes.BadArgument,
                    $"Argument {argument.Name} of '{handler.Name}' names facts, and '{ValueHints.Short(bad)}' is none.",
                    TaskName.Hint(bad));
            }
        }

        foreach (var record in handler.Arguments)
        {
            if (record.Required && !task.Args.Any(argument => argument.Name == record.Name))
            {
                context.Error(task.MarkOf(SettingKey.Args), ScheduleCodes.MissingArgument,
                    $"Task '{task.Id}' lacks the argument '{record.Name}' of '{handler.Name}': {Wanted(record)}.",
                    record.About.Length > 0 ? record.About : null);
            }
        }
    }

    public static bool Fits(TaskArgument argument, ArgumentRecord record)
    {
        if (argument.IsList || record.Type == ArgumentType.List)
        {
            return argument.IsList && record.Type == ArgumentType.List;
        }

        var text = argument.Values[0];
        var plain = CultureInfo.InvariantCulture;
        return record.Type switch
        {
            ArgumentType.Flag => text is "true" or "false",
            ArgumentType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, plain, out _),
            ArgumentType.Number => double.TryParse(text, NumberStyles.Float, plain, out var n) && double.IsFinite(n),
            ArgumentType.Duration => DurationText.TryParse(text, out _),
            ArgumentType.Date => DateText.TryParse(text, out _),
            ArgumentType.Time => TimeText.TryParse(text, out _),
            ArgumentType.Instant => DateTimeOffset.TryParse(text, plain, DateTimeStyles.AssumeUniversal, out _),
            ArgumentType.Choice => record.Choices.Contains(text, StringComparer.OrdinalIgnoreCase),
            _ => true,
        };
    }

    public static string Wanted(ArgumentRecord record) => record.Type switch
    {
        ArgumentType.Text => "a text",
        ArgumentType.Flag => "true or false",
        ArgumentType.Whole => "a whole number",
        ArgumentType.Number => "a number",
        ArgumentType.Duration => "a duration such as 1h30m",
        ArgumentType.Date => "a date such as 2026-11-20",
        ArgumentType.Time => "a time such as 09:35",
        ArgumentType.Instant => "an instant such as 2026-11-20T09:35:00-05:00",
        ArgumentType.Choice => $"one of {string.Join(", ", record.Choices)}",
        _ => "a list: [a, b]",
    };
}
