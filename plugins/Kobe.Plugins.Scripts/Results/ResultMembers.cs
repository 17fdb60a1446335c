using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Plugins.Scripts.Results;

/// <summary>Reads the members of a program's result, strictly.</summary>
internal static class ResultMembers
{
    /// <summary>Names and values of any kind.</summary>
    public static IReadOnlyList<Fact> Facts(JsonElement json)
    {
        Demand(json.ValueKind == JsonValueKind.Object, "facts is { \"name\": value, … }");
        return [.. json.EnumerateObject().Select(fact => new Fact(fact.Name, fact.Value))];
    }

    /// <summary>Findings: a kind, a title, perhaps a detail.</summary>
    public static IReadOnlyList<Discovery> Discoveries(JsonElement json)
    {
        const string Form = "discoveries is [ { \"kind\": \"gap\", \"title\": \"…\", \"detail\": \"…\" }, … ]";
        Demand(json.ValueKind == JsonValueKind.Array, Form);
        return [.. json.EnumerateArray().Select(item =>
        {
            Demand(item.ValueKind == JsonValueKind.Object, Form);
            return new Discovery(
                Text(item, "kind", Form) ?? "script",
                Text(item, "title", Form) ?? throw new FormatException(Form + "; a title is needed."),
                Text(item, "detail", Form));
        })];
    }

    /// <summary>Names and whole numbers.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Counts(JsonElement json)
    {
        const string Form = "counts is { \"rows\": 1520, … }";
        Demand(json.ValueKind == JsonValueKind.Object, Form);
        return [.. json.EnumerateObject().Select(count =>
            count.Value.ValueKind == JsonValueKind.Number && count.Value.TryGetInt64(out var number)
                ? KeyValuePair.Create(count.Name, number)
                : throw new FormatException(Form + $"; '{count.Name}' is no whole number."))];
    }

    /// <summary>A text.</summary>
    public static string Text(JsonElement json, string name)
    {
        Demand(json.ValueKind == JsonValueKind.String, name + " is a text");
        return json.GetString()!;
    }

    private static string? Text(JsonElement json, string name, string form)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        Demand(value.ValueKind == JsonValueKind.String, form);
        return value.GetString();
    }

    private static void Demand(bool holds, string form)
    {
        if (!holds)
        {
            throw new FormatException(form + ".");
        }
    }
}
