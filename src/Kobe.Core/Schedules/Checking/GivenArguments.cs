using System.Text.Json;
using Kobe.Core.Catalogues;
using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Arguments that a person gives with a triggered run: declared by the handler, of its types.</summary>
public static class GivenArguments
{
    /// <summary>What is wrong with them, in a sentence that says what would be right; null when nothing is.</summary>
    /// <param name="given">One JSON object.</param>
    /// <param name="handler">What the handler takes; null when it is not known.</param>
    public static string? Problem(JsonText given, HandlerRecord? handler)
    {
        if (given.ByteCount > RunLimits.ArgsBytesMax)
        {
            return $"Arguments may be {RunLimits.ArgsBytesMax} bytes; these are {given.ByteCount}.";
        }

        using var document = JsonDocument.Parse(given.Value);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return "Arguments are one JSON object, such as {\"symbol\":\"SPY\"}.";
        }

        if (handler is null)
        {
            return null;
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (handler.Argument(member.Name) is not { } record)
            {
                var names = handler.Arguments.Select(known => known.Name).ToList();
                return $"The handler '{handler.Name}' takes no argument '{member.Name}'. "
                    + (names.Count == 0 ? "It takes none."
                        : DidYouMean.Nearest(member.Name, names) is { } near ? $"Did you mean {near}?"
                        : $"It takes {string.Join(", ", names)}.");
            }

            if (AsText(member) is not { } argument || !ArgumentCheck.Fits(argument, record))
            {
                return $"Argument {member.Name} of '{handler.Name}' must be {ArgumentCheck.Wanted(record)}.";
            }
        }

        return null;
    }

    private static TaskArgument? AsText(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => new(member.Name, [member.Value.GetString()!], IsList: false),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False =>
            new(member.Name, [member.Value.GetRawText()], IsList: false),
        JsonValueKind.Array when member.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            new(member.Name, [.. member.Value.EnumerateArray().Select(item => item.GetString()!)], IsList: true),
        _ => null,
    };
}
