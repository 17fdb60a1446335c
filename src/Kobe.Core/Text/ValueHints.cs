namespace Kobe.Core.Text;

/// <summary>What would be right in place of a value that was refused.</summary>
internal static class ValueHints
{
    private const int ShownMax = 60;

    private const string BoolForm = "Write true or false, in small letters and without quotes.";

    private const string DurationForm = "Write whole numbers with the units d, h, m, s: 90s, 5m, 1h30m, 2d.";

    /// <summary>The text on one line and short enough for a message.</summary>
    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= ShownMax ? line : line[..ShownMax] + "…";
    }

    /// <summary>For a switch that is neither true nor false.</summary>
    public static string Bool(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "1" => "Did you mean true? " + BoolForm,
        "false" or "no" or "off" or "n" or "0" => "Did you mean false? " + BoolForm,
        _ => BoolForm,
    };

    /// <summary>For a duration that can't be read.</summary>
    public static string Duration(string text)
    {
        if (IsDecimal(text))
        {
            return $"It needs a unit: {text}s, {text}m, {text}h or {text}d.";
        }

        var plain = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain != text && DurationText.TryParse(plain, out _)
            ? $"Did you mean '{plain}'? " + DurationForm
            : DurationForm;
    }

    /// <summary>A did-you-mean and the names that are possible.</summary>
    public static string OneOf(string introduction, string text, IReadOnlyList<string> names)
    {
        var list = $"{introduction}: {string.Join(", ", names)}.";
        return DidYouMean.Nearest(text, names) is { } nearest ? $"Did you mean '{nearest}'? {list}" : list;
    }

    /// <summary>An optional minus and digits, without leading zeros.</summary>
    public static bool IsDecimal(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text == "0");
    }
}
