using Kobe.Core.Text;

namespace Kobe.Brain;

/// <summary>Durations as alerts and reasons say them: whole seconds, at least one.</summary>
internal static class AlertText
{
    public static string Span(TimeSpan span) =>
        DurationText.Format(TimeSpan.FromSeconds(Math.Max(1, Math.Floor(span.TotalSeconds))));
}
