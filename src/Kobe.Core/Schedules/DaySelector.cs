using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>The dates on which a row's trigger counts: those for which at least one of its rules holds.</summary>
/// <param name="Rules">The rules; <see cref="DayRules.Any"/> where the row names none.</param>
public readonly record struct DaySelector(DayRules Rules)
{
    // In the order in which selectors are printed.
    private static readonly (string Word, DayRules Rule)[] Words =
    [
        ("any", DayRules.Any), ("trading-days", DayRules.TradingDays), ("weekdays", DayRules.Weekdays),
        ("weekend", DayRules.Weekend), ("holidays", DayRules.Holidays),
        ("mon", DayRules.Mon), ("tue", DayRules.Tue), ("wed", DayRules.Wed), ("thu", DayRules.Thu),
        ("fri", DayRules.Fri), ("sat", DayRules.Sat), ("sun", DayRules.Sun),
        ("early-closes", DayRules.EarlyCloses),
        ("first-trading-day-of-week", DayRules.FirstTradingDayOfWeek),
        ("last-trading-day-of-week", DayRules.LastTradingDayOfWeek),
        ("first-trading-day-of-month", DayRules.FirstTradingDayOfMonth),
        ("last-trading-day-of-month", DayRules.LastTradingDayOfMonth),
        ("first-trading-day-of-quarter", DayRules.FirstTradingDayOfQuarter),
        ("last-trading-day-of-quarter", DayRules.LastTradingDayOfQuarter),
    ];

    /// <summary>Every date.</summary>
    public static DaySelector Any { get; } = new(DayRules.Any);

    /// <summary>All words that a row may use, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Words, word => word.Word);

    /// <summary>The rule of a word, ignoring case; null when there is none.</summary>
    /// <param name="word">Such as <c>trading-days</c>.</param>
    public static DayRules? Find(string word)
    {
        foreach (var (name, rule) in Words)
        {
            if (string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
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
        var words = Words.Where(word => (rules & word.Rule) != 0).Select(word => word.Word).ToArray();
        return words.Length == 1 ? words[0] : $"[{string.Join(", ", words)}]";
    }
}
