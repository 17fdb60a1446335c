using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Deciding;

/// <summary>Whether a row's <c>when</c> conditions hold on the facts as they stand.</summary>
/// <remarks>A condition names a fact, then a path into its value: the longest published name that fits counts. A fact
/// or member that does not exist makes every condition false, <c>!=</c> too.</remarks>
public static class FactFilter
{
    /// <summary>Whether all of a row's conditions hold.</summary>
    /// <param name="task">The row.</param>
    /// <param name="ledger">Where the facts are.</param>
    public static bool Holds(ScheduledTask task, Ledger ledger) => FirstUnmet(task, ledger) is null;

    /// <summary>The first condition that does not hold; null when all do.</summary>
    /// <param name="task">The row.</param>
    /// <param name="ledger">Where the facts are.</param>
    public static string? WhyNot(ScheduledTask task, Ledger ledger) =>
        FirstUnmet(task, ledger) is { } condition ? $"when {condition}" : null;

    private static FactCondition? FirstUnmet(ScheduledTask task, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var condition in task.When)
        {
            if (!Holds(condition, ledger))
            {
                return condition;
            }
        }

        return null;
    }

    private static bool Holds(FactCondition condition, Ledger ledger)
    {
        var path = condition.Path;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (ledger.FactOf(path[..end]) is { } fact)
            {
                using var document = JsonDocument.Parse(fact.Value.Value);
                return Member(document.RootElement, path[end..]) is { } value && Compare(value, condition);
            }
        }

        return false;
    }

    private static JsonElement? Member(JsonElement value, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }

    private static bool Compare(JsonElement value, FactCondition condition)
    {
        var order = (condition.Literal, value.ValueKind) switch
        {
            (FactLiteral.Number number, JsonValueKind.Number) when value.TryGetDecimal(out var read) =>
                read.CompareTo(number.Value),
            (FactLiteral.Flag flag, JsonValueKind.True or JsonValueKind.False) =>
                value.GetBoolean().CompareTo(flag.Value),
            (FactLiteral.Text text, JsonValueKind.String) => string.CompareOrdinal(value.GetString(), text.Value),
            _ => (int?)null,
        };
        return order is { } known && condition.Comparison switch
        {
            Comparison.Equal => known == 0,
            Comparison.NotEqual => known != 0,
            Comparison.Less => known < 0,
            _ => known > 0,
        };
    }
}
