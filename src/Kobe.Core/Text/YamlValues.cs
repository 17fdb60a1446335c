using System.Globalization;

namespace Kobe.Core.Text;

/// <summary>Types single values. Each method answers null after recording an error at the value's mark.</summary>
/// <remarks>
/// A value that was <see cref="YamlScalar.Refused"/> has its error already: null, in silence. <c>name</c> is the key
/// or whatever else tells people which value is meant.
/// </remarks>
public static class YamlValues
{
    /// <summary>Any text that is not empty.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <returns>The text, or null.</returns>
    public static string? Text(YamlScalar scalar, string name, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (scalar.Refused)
        {
            return null;
        }

        if (scalar.IsEmpty || string.IsNullOrWhiteSpace(scalar.Value))
        {
            var from = scalar.Variable is null ? "" : $" (the variable {scalar.Variable} is empty)";
            diagnostics.Error(scalar.Mark, TextCodes.MissingValue, $"'{name}' has no value{from}.",
                "Give it one, or leave the key out.");
            return null;
        }

        return scalar.Value;
    }

    /// <summary><c>true</c> or <c>false</c>, nothing else, without quotes.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <returns>The switch, or null.</returns>
    public static bool? Bool(YamlScalar scalar, string name, Diagnostics diagnostics)
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        if (!scalar.Quoted && text is "true" or "false")
        {
            return text == "true";
        }

        Refuse(scalar, name, TextCodes.BadBoolean, "neither true nor false", ValueHints.Bool(text), diagnostics);
        return null;
    }

    /// <summary>A whole number in decimal digits, without quotes.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <param name="min">The least that is legal.</param>
    /// <param name="max">The greatest that is legal.</param>
    /// <returns>The number, or null.</returns>
    public static int? Number(YamlScalar scalar, string name, Diagnostics diagnostics, int min, int max)
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        var range = $"Write a number from {min} to {max}.";
        if (scalar.Quoted || !ValueHints.IsDecimal(text))
        {
            var hint = ValueHints.IsDecimal(text) ? $"Write {text} without quotes." : range;
            Refuse(scalar, name, TextCodes.BadInteger, "not a whole number", hint, diagnostics);
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
            number >= min && number <= max)
        {
            return number;
        }

        Refuse(scalar, name, TextCodes.OutOfRange, "out of range", range, diagnostics);
        return null;
    }

    /// <summary>A time of day, strictly <c>HH:mm</c> from 00:00 to 23:59.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <returns>The time, or null.</returns>
    public static TimeOnly? Time(YamlScalar scalar, string name, Diagnostics diagnostics)
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        if (TimeText.TryParse(text, out var time))
        {
            return time;
        }

        Refuse(scalar, name, TextCodes.BadTime, "not a time of day", TimeText.Hint(text), diagnostics);
        return null;
    }

    /// <summary>A day that exists, strictly <c>yyyy-MM-dd</c>.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <returns>The day, or null.</returns>
    public static DateOnly? Date(YamlScalar scalar, string name, Diagnostics diagnostics)
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        if (DateText.TryParse(text, out var date))
        {
            return date;
        }

        Refuse(scalar, name, TextCodes.BadDate, "not a date", DateText.Hint(text), diagnostics);
        return null;
    }

    /// <summary>A duration as <see cref="DurationText"/> reads it.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <param name="min">The shortest that is legal; default zero.</param>
    /// <param name="max">The longest that is legal; default <see cref="DurationText.Max"/>.</param>
    /// <returns>The duration, or null.</returns>
    public static TimeSpan? Duration(
        YamlScalar scalar, string name, Diagnostics diagnostics, TimeSpan? min = null, TimeSpan? max = null)
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        if (!DurationText.TryParse(text, out var duration))
        {
            Refuse(scalar, name, TextCodes.BadDuration, "not a duration", ValueHints.Duration(text), diagnostics);
            return null;
        }

        var (least, most) = (min ?? TimeSpan.Zero, max ?? DurationText.Max);
        if (duration >= least && duration <= most)
        {
            return duration;
        }

        Refuse(scalar, name, TextCodes.OutOfRange, "out of range",
            $"Write a duration from {DurationText.Format(least)} to {DurationText.Format(most)}.", diagnostics);
        return null;
    }

    /// <summary>One of an enum's names, ignoring case.</summary>
    /// <remarks><c>EarlyClose</c> is written <c>early_close</c> or <c>early-close</c>.</remarks>
    /// <typeparam name="T">An enum whose members all have different values.</typeparam>
    /// <param name="scalar">The value.</param>
    /// <param name="name">What the message calls it.</param>
    /// <param name="diagnostics">Gets the error.</param>
    /// <returns>The member, or null.</returns>
    public static T? Choice<T>(YamlScalar scalar, string name, Diagnostics diagnostics)
        where T : struct, Enum
    {
        var text = Text(scalar, name, diagnostics);
        if (text is null)
        {
            return null;
        }

        if (EnumNames<T>.Find(text) is { } value)
        {
            return value;
        }

        Refuse(scalar, name, TextCodes.UnknownName, "not one of its names",
            ValueHints.OneOf("Possible are", text, EnumNames<T>.Names), diagnostics);
        return null;
    }

    private static void Refuse(
        YamlScalar scalar, string name, string code, string isWhat, string hint, Diagnostics diagnostics)
    {
        var from = scalar.Variable is null ? "" : $" (from the variable {scalar.Variable})";
        diagnostics.Error(scalar.Mark, code, $"'{name}' is '{ValueHints.Short(scalar.Value)}'{from}, {isWhat}.", hint);
    }
}
