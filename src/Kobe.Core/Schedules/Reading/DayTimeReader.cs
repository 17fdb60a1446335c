using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads times of a date: <c>09:35</c> or <c>close-25m</c>.</summary>
internal static class DayTimeReader
{
    private const string Form = "Write a time such as 09:35, or an anchor: pre, open, close or post, ± a duration.";

    private static readonly string[] Points = ["pre", "open", "close", "post"];

    public static DayTime? Read(YamlScalar scalar, string name, ReadContext context)
    {
        if (YamlValues.Text(scalar, name, context.Diagnostics) is not { } text)
        {
            return null;
        }

        if (TimeText.TryParse(text, out var time))
        {
            return DayTime.At(time);
        }

        if (AnchorText.TryParse(text, out var anchor))
        {
            return DayTime.At(anchor);
        }

        context.Error(scalar.Mark, ScheduleCodes.BadDayTime,
            $"'{name}' is '{ValueHints.Short(text)}', neither a time of day nor an anchor.", Hint(text));
        return null;
    }

    /// <summary>A did-you-mean for a text that begins like one of the words or the points of a session.</summary>
    public static string Nearest(string text, IReadOnlyList<string> words)
    {
        if (DidYouMean.Nearest(text, words) is { } word)
        {
            return $"Did you mean '{word}'? ";
        }

        var sign = text.AsSpan().IndexOfAny('+', '-');
        var point = sign < 0 ? text : text[..sign];
        var rest = sign < 0 ? "" : text[sign..].Replace(" ", "", StringComparison.Ordinal);
        var nearest = DidYouMean.Nearest(point.Trim(), Points);
        return nearest is not null && nearest + rest != text && AnchorText.TryParse(nearest + rest, out _)
            ? $"Did you mean '{nearest}{rest}'? "
            : "";
    }

    private static string Hint(string text) =>
        char.IsAsciiDigit(text[0]) ? TimeText.Hint(text) : Nearest(text, []) + Form;
}
