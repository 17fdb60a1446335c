namespace Kobe.Core.Schedules.Importing;

/// <summary>The words that lists of times have for days, as selectors.</summary>
internal static class ImportDays
{
    private static readonly (string Word, string Selector)[] Words =
    [
        ("daily", "any"), ("everyday", "any"), ("all", "any"), ("weekday", "weekdays"), ("weekends", "weekend"),
        ("monday", "mon"), ("tuesday", "tue"), ("wednesday", "wed"), ("thursday", "thu"), ("friday", "fri"),
        ("saturday", "sat"), ("sunday", "sun"), ("trading", "trading-days"), ("holiday", "holidays"),
    ];

    /// <summary>Every word that is understood, for messages.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. DaySelector.Names, .. Array.ConvertAll(Words, word => word.Word)];

    /// <summary>The selector of a word, or null.</summary>
    public static string? Find(string word, bool calendarDays)
    {
        var selector = word.ToLowerInvariant();
        foreach (var (name, known) in Words)
        {
            selector = name == selector ? known : selector;
        }

        return selector == "weekdays" && !calendarDays ? "trading-days"
            : DaySelector.Find(selector) is null ? null : selector;
    }
}
