using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Testing;

namespace Kobe.Tests.Alerts;

/// <summary>Alerts and moments as the tests of this folder write them.</summary>
internal static class Alerting
{
    public static DateTimeOffset Noon { get; } = Days.Instant("2026-11-20T17:00:00Z");

    public static ChannelRules Rules { get; } = new() { Name = "test" };

    public static Moment After(double seconds) => new(Noon.AddSeconds(seconds), TimeSpan.FromSeconds(seconds));

    public static Alert Alert(long number, string text, double seconds = 0, AlertLevel level = AlertLevel.Warning) =>
        new(number, Noon.AddSeconds(seconds), level, text);

    public static Alert Failure(long number, double seconds = 0, string? task = null) =>
        Alert(number, $"SCHEDULER FAILURE: {task ?? $"desk.task-{number:D3}"} failed 3x: boom", seconds);
}
