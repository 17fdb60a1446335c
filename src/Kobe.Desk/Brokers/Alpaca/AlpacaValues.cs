using System.Globalization;
using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Single values of Alpaca's JSON, as they really come: numbers as text or as numbers, fields that are not
/// there.</summary>
internal static class AlpacaValues
{
    // A DateTimeOffset holds seven decimals of a second; the service sends up to nine.
    private const int FractionMax = 7;

    public static string? Text(this JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static string Required(this JsonElement entity, string name) =>
        entity.Text(name) ?? throw new FormatException($"The answer has no text '{name}'.");

    public static decimal? Number(this JsonElement entity, string name)
    {
        if (!entity.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String when value.GetString() is { Length: > 0 } text => decimal.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"'{name}' is no number: {text}"),
            _ => null,
        };
    }

    public static decimal Amount(this JsonElement entity, string name) =>
        entity.Number(name) ?? throw new FormatException($"The answer has no number '{name}'.");

    public static bool Flag(this JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static DateTimeOffset? Instant(this JsonElement entity, string name) =>
        entity.Text(name) is { Length: > 0 } text ? Instant(text) : null;

    /// <summary>An RFC 3339 timestamp with up to nine decimals, in UTC.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Instant(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var end = dot + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            text = string.Concat(text.AsSpan(0, Math.Min(end, dot + 1 + FractionMax)), text.AsSpan(end));
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException($"'{text}' is no timestamp.");
    }

    /// <summary>A wall-clock time, written 09:30 or 0930.</summary>
    public static TimeOnly WallClock(this JsonElement entity, string name) =>
        TimeOnly.ParseExact(entity.Required(name), ["HH:mm", "HHmm"], CultureInfo.InvariantCulture);

    public static JsonElement.ArrayEnumerator Items(this JsonElement array) =>
        array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw new FormatException("The answer is no list.");
}
