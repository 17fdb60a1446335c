using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>The dates on which a row's trigger counts: those for which at least one of its rules holds.</summary>
/// <param name="Rules">The rules; <see cref="DayRules.Any"/> where the row names none.</param>
public readonly record struct DaySelector(DayRules Rules)
{
    // In the order in which selectors are printed.
    private static readonly SelectorWord[] Words =
    [
        new("any", DayRules.Any), new("trading-days", DayRules.TradingDays), new("weekdays", DayRules.Weekdays),
        new("weekend", DayRules.Weekend), new("holidays", DayRules.Holidays),
        new("mon", DayRules.Mon), new("tue", DayRules.Tue), new("wed", DayRules.Wed), new("thu", DayRules.Thu),
        new("fri", DayRules.Fri), new("sat", DayRules.Sat), new("sun", DayRules.Sun),
        new("early-closes", DayRules.EarlyCloses),
        new("first-trading-day-of-week", DayRules.FirstTradingDayOfWeek),
        new("last-trading-day-of-week", DayRules.LastTradingDayOfWeek),
        new("first-trading-day-of-month", DayRules.FirstTradingDayOfMonth),
        new("last-trading-day-of-month", DayRules.LastTradingDayOfMonth),
        new("first-trading-day-of-quarter", DayRules.FirstTradingDayOfQuarter),
        new("last-trading-day-of-quarter", DayRules.LastTradingDayOfQuarter),
    ];

    /// <summary>Every date.</summary>
    public static DaySelector Any { get; } = new(DayRules.Any);

    /// <summary>All words that a row may use, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Words, word => word.Text);

    /// <summary>The rule of a word, ignoring case; null when there is none.</summary>
    /// <param name="word">Such as <c>trading-days</c>.</param>
    public static DayRules? Find(string word)
    {
        foreach (var known in Words)
        {
            if (string.Equals(known.Text, word, StringComparison.OrdinalIgnoreCase))
            {
                return known.Rule;
            }
        }

        return null;
    }

    /// <summary>Whether the selector matches a date.</summary>
    /// <param name="date">A date, 1990–2100.</param>
    /// <param name="calendar">The row's calendar.</param>
    public bool Matches(DateOnly date, ExchangeCalendar calendar) =>
        (Rules & DayRuleTable.On(date, calendar)) != 0;

    /// <summary>The words, one alone or as a list.</summary>
    public override string ToString()
    {
        var rules = Rules;
        var words = Words.Where(word => (rules & word.Rule) != 0).Select(word => word.Text).ToArray();
        return words.Length == 1 ? words[0] : $"[{string.Join(", ", words)}]";
    }

    private sealed record SelectorWord(string Text, DayRules Rule);
}
