using System.Globalization;
using System.Text.Json;
using Kobe.Core.Catalogues;
using Kobe.Core.Text;

namespace Kobe.Runner.Plugins;

/// <summary>How values of one type are read from a row and shown.</summary>
internal sealed class ArgumentValue
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly Type type;

    private ArgumentValue(Type type, ArgumentType kind)
    {
        this.type = type;
        Type = kind;
        Choices = type.IsEnum ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : [];
    }

    /// <summary>What the catalogue calls the type.</summary>
    public ArgumentType Type { get; }

    /// <summary>The words of an enum.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The way to read a type; null when rows can't write it.</summary>
    public static ArgumentValue? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        ArgumentType? kind = type switch
        {
            _ when type == typeof(string) => ArgumentType.Text,
            _ when type == typeof(bool) => ArgumentType.Flag,
            _ when type == typeof(int) || type == typeof(long) => ArgumentType.Whole,
            _ when type == typeof(double) || type == typeof(decimal) => ArgumentType.Number,
            _ when type == typeof(TimeSpan) => ArgumentType.Duration,
            _ when type == typeof(DateOnly) => ArgumentType.Date,
            _ when type == typeof(TimeOnly) => ArgumentType.Time,
            _ when type == typeof(DateTimeOffset) => ArgumentType.Instant,
            _ when type.IsEnum => ArgumentType.Choice,
            _ when type.IsAssignableFrom(typeof(string[])) && type != typeof(object) => ArgumentType.List,
            _ => null,
        };
        return kind is { } known ? new(type, known) : null;
    }

    /// <summary>Reads a JSON value: texts are read like a row's scalars, numbers and flags may be bare.</summary>
    public object Parse(string name, JsonElement value) => (value.ValueKind, Type) switch
    {
        (JsonValueKind.Array, ArgumentType.List) =>
            value.EnumerateArray().Select(item => item.GetString() ?? "").ToArray(),
        (JsonValueKind.String, not ArgumentType.List) => Parse(name, value.GetString()!),
        (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False, not ArgumentType.List) =>
            Parse(name, value.GetRawText()),
        _ => throw Wrong(name, value.GetRawText()),
    };

    /// <summary>Reads what a schedule would write.</summary>
    public object Parse(string name, string text) => Read(text) ?? throw Wrong(name, text);

    /// <summary>Turns a parameter's default into the type: defaults of enums are stored as numbers.</summary>
    public object? Constant(object? value) => value switch
    {
        not null when type.IsEnum => Enum.ToObject(type, value),
        _ => value,
    };

    /// <summary>Shows a value as a schedule would write it.</summary>
    public static string? Write(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        Enum choice => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString()),
        IFormattable number => number.ToString(null, Plain),
        _ => value.ToString(),
    };

    private object? Read(string text) => Type switch
    {
        ArgumentType.Text => text,
        ArgumentType.Flag => bool.TryParse(text, out var flag) ? flag : null,
        ArgumentType.Whole when type == typeof(int) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, Plain, out var whole) ? whole : null,
        ArgumentType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, Plain, out var whole) ? whole : null,
        ArgumentType.Number when type == typeof(decimal) =>
            decimal.TryParse(text, NumberStyles.Float, Plain, out var number) ? number : null,
        ArgumentType.Number =>
            double.TryParse(text, NumberStyles.Float, Plain, out var number) && double.IsFinite(number) ? number : null,
        ArgumentType.Duration => DurationText.TryParse(text, out var duration) ? duration : null,
        ArgumentType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null,
        ArgumentType.Time => TimeOnly.TryParseExact(text, "HH:mm", out var time) ? time : null,
        ArgumentType.Instant =>
            DateTimeOffset.TryParse(text, Plain, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
        ArgumentType.Choice => Choose(text),
        _ => null,
    };

    private object? Choose(string text)
    {
        for (var i = 0; i < Choices.Count; i++)
        {
            if (string.Equals(Choices[i], text, StringComparison.OrdinalIgnoreCase))
            {
                return Enum.Parse(type, Enum.GetNames(type)[i]);
            }
        }

        return null;
    }

    private PluginException Wrong(string name, string text) => new(
        $"Argument {name} is {text}, which is no {Type.ToString().ToLowerInvariant()}"
        + (Choices.Count == 0 ? "." : $": write {string.Join(", ", Choices)}."));
}
