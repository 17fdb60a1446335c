namespace Kobe.Runner.Plugins;

/// <summary>Durations as schedules write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
internal static class Durations
{
    private const string Units = "dhms";

    /// <summary>Reads a duration; null when it isn't one.</summary>
    public static TimeSpan? Read(string text)
    {
        var total = TimeSpan.Zero;
        var unit = -1;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            // Each unit at most once, the largest first; six digits are more than enough for any of them.
            var next = Units.IndexOf(text[i]);
            if (next <= unit || i == start || i - start > 6)
            {
                return null;
            }

            unit = next;
            total += int.Parse(text.AsSpan(start, i - start)) * Length(unit);
            start = i + 1;
        }

        return unit >= 0 && start == text.Length ? total : null;
    }

    private static TimeSpan Length(int unit) => unit switch
    {
        0 => TimeSpan.FromDays(1),
        1 => TimeSpan.FromHours(1),
        2 => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(1),
    };
}
