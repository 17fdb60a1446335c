using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>What is sent at once: one alert, or a digest of several.</summary>
/// <param name="Alerts">Those it tells, in order; never empty.</param>
/// <param name="Level">The highest of their levels.</param>
/// <param name="Text">Plain text, lines ended by line feeds.</param>
internal sealed record AlertMessage(IReadOnlyList<Alert> Alerts, AlertLevel Level, string Text)
{
    /// <summary>Their numbers.</summary>
    public IReadOnlyList<long> Numbers => [.. Alerts.Select(alert => alert.Number)];
}
