using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>Durations as the schedule writes them, and <c>500ms</c>: some settings are shorter than a second.</summary>
internal static class MillisecondText
{
    private const string Unit = "ms";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (!text.EndsWith(Unit, StringComparison.Ordinal))
        {
            return DurationText.TryParse(text, out duration);
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - Unit.Length), NumberStyles.None, CultureInfo.InvariantCulture,
            out var milliseconds))
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    public static string Format(TimeSpan duration) => duration.Ticks % TimeSpan.TicksPerSecond == 0
        ? DurationText.Format(duration)
        : string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalMilliseconds}{Unit}");
}
