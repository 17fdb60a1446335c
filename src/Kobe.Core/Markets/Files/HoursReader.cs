using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads the usual hours of a new calendar.</summary>
internal static class HoursReader
{
    private static readonly YamlKeys Keys =
        new("'hours'", ["pre", "open", "close", "post", "post_after_early_close"], "open", "close");

    public static SegmentHours? Read(YamlFields file, Diagnostics diagnostics)
    {
        if (file.Fields("hours", Keys) is not { } row)
        {
            return null;
        }

        var open = Time(row, "open", diagnostics);
        var close = Time(row, "close", diagnostics);
        var pre = row.Has("pre") ? Time(row, "pre", diagnostics) : open;
        var post = row.Has("post") ? Time(row, "post", diagnostics) : close;
        var after = row.Duration("post_after_early_close", max: TimeSpan.FromHours(12));
        if (pre is null || open is null || close is null || post is null)
        {
            return null;
        }

        if (pre > open || open >= close || close > post)
        {
            diagnostics.Error(row.Mark, CalendarCodes.BadHours, "The hours are out of order.",
                "They go pre, open, close, post, and core trading is longer than nothing.");
            return null;
        }

        return new(pre.Value, open.Value, close.Value, post.Value, after ?? post.Value - close.Value);
    }

    /// <summary>What an odd open or close must be.</summary>
    public static string Hint(TimeSpan open, TimeSpan close) =>
        $"Write a time after {open:hh\\:mm} and before {(close.Days > 0 ? "24:00" : close.ToString("hh\\:mm"))}.";

    // A market that never sleeps closes at 24:00, which is no time of day.
    private static TimeSpan? Time(YamlFields row, string key, Diagnostics diagnostics)
    {
        if (row.Scalar(key) is not { } scalar)
        {
            return null;
        }

        return scalar.Value == "24:00" && key is "close" or "post"
            ? TimeSpan.FromDays(1)
            : YamlValues.Time(scalar, key, diagnostics)?.ToTimeSpan();
    }
}
