using System.Globalization;

namespace Kobe.Config;

/// <summary>How the texts of settings become values.</summary>
internal static class ValueReaders
{
    public static Func<string, Reading<TimeSpan>> Duration(TimeSpan min, TimeSpan max) => text =>
        !MillisecondText.TryParse(text, out var value) ? Reading<TimeSpan>.Bad("not a duration")
        : value < min || value > max ? Reading<TimeSpan>.Outside("out of range")
        : Reading<TimeSpan>.Of(value);

    public static Func<string, Reading<int>> Number(int min, int max) => text =>
        !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Reading<int>.Bad("not a whole number")
        : value < min || value > max ? Reading<int>.Outside("out of range")
        : Reading<int>.Of(value);

    public static Func<string, Reading<long>> Size(long min, long max) => text =>
        !SizeText.TryParse(text, out var value) ? Reading<long>.Bad("not a size")
        : value < min || value > max ? Reading<long>.Outside("out of range")
        : Reading<long>.Of(value);

    public static Reading<bool> Switch(string text) => text switch
    {
        "true" => Reading<bool>.Of(true),
        "false" => Reading<bool>.Of(false),
        _ => Reading<bool>.Bad("neither true nor false"),
    };

    public static Func<string, Reading<T>> OneOf<T>(params (string Name, T Value)[] names) => text =>
    {
        foreach (var (name, value) in names)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return Reading<T>.Of(value);
            }
        }

        return Reading<T>.Bad("not one of its names");
    };

    /// <summary>Any text; what it means is decided where it is used.</summary>
    public static Reading<string> Text(string text) => Reading<string>.Of(text);

    /// <summary>At least one value; see <see cref="ListOf"/>.</summary>
    public static Func<string, Reading<IReadOnlyList<T>>> SomeOf<T>(Func<string, Reading<T>> read) => text =>
        ListOf(read)(text) is { Problem: null, Value.Count: 0 }
            ? Reading<IReadOnlyList<T>>.Bad("which is empty")
            : ListOf(read)(text);

    /// <summary>Several values, each read alike; the first problem is the list's.</summary>
    public static Func<string, Reading<IReadOnlyList<T>>> ListOf<T>(Func<string, Reading<T>> read) => text =>
    {
        var values = new List<T>();
        var parts = text.Split(
            Setting.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var reading = read(part);
            if (reading.Problem is not null)
            {
                return new(null, reading.Code, reading.Problem);
            }

            values.Add(reading.Value!);
        }

        return Reading<IReadOnlyList<T>>.Of(values);
    };
}
