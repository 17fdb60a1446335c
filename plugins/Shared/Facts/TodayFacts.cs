using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Plugins.Facts;

/// <summary>Reads facts that belong to a date: yesterday's plan is no plan.</summary>
internal static class TodayFacts
{
    /// <summary>The fact, when its <c>date</c> or the date of its <c>at</c> is today at the exchange.</summary>
    public static T? Find<T>(TaskContext context, string name)
        where T : class
    {
        if (context.Facts.Find(name) is not { } fact || DateOf(fact,
            context.Market.Timestamp.Offset) != context.Market.Date)
        {
            return null;
        }

        try
        {
            return fact.As<T>();
        }
        catch (JsonException)
        {
            // Published by another plugin, in a shape that is not the agreed one: as good as absent.
            return null;
        }
    }

    /// <summary>The texts of a list in a fact of today, such as the symbols that are halted.</summary>
    public static IReadOnlyList<string> Texts(TaskContext context, string name, string member) =>
        TextsSince(context, context.Market.Date, name, member);

    /// <summary>The texts of a list in a fact whose date lies between another one and today, both included: for what
    /// goes on being true for a while.</summary>
    public static IReadOnlyList<string> TextsSince(TaskContext context, DateOnly since, string name, string member) =>
        context.Facts.Find(name) is { } fact && DateOf(fact, context.Market.Timestamp.Offset) is var date
            && date >= since && date <= context.Market.Date
            && fact.Value.ValueKind == JsonValueKind.Object && fact.Value.TryGetProperty(member, out var list)
            && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one =>
                one.GetString()!)]
            : [];

    private static DateOnly DateOf(PublishedFact fact, TimeSpan offset)
    {
        if (fact.Value.ValueKind == JsonValueKind.Object)
        {
            if (fact.Value.TryGetProperty("date", out var date) && date.ValueKind == JsonValueKind.String
                && DateOnly.TryParseExact(date.GetString(), "yyyy-MM-dd", out var day))
            {
                return day;
            }

            if (fact.Value.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.String
                && at.TryGetDateTimeOffset(out var instant))
            {
                return DateOnly.FromDateTime(instant.ToOffset(offset).DateTime);
            }
        }

        return DateOnly.FromDateTime(fact.At.ToOffset(offset).DateTime);
    }
}
