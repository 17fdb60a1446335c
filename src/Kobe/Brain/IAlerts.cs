using Kobe.Alerts;

namespace Kobe.Brain;

/// <summary>Takes what people must be told, and returns at once.</summary>
internal interface IAlerts
{
    /// <summary>How they do.</summary>
    AlertStanding Standing => AlertStanding.Nothing;

    /// <summary>Tells people, sooner or later; never fails and never waits.</summary>
    /// <param name="level">How urgent it is.</param>
    /// <param name="text">A sentence that begins with its kind in capitals, such as <c>CLOCK: …</c>.</param>
    void Raise(AlertLevel level, string text);
}
