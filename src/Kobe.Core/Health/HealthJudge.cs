using Kobe.Core.Text;

namespace Kobe.Core.Health;

/// <summary>Judges the brain's health by its signs: five questions, each with one answer and why.</summary>
public static class HealthJudge
{
    /// <summary>The answers.</summary>
    /// <param name="signs">What is known.</param>
    /// <returns>The same for the same signs.</returns>
    public static HealthReport Judge(HealthSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return new(Live(signs), Progress(signs), Journal(signs), Accounting(signs), Heartbeat(signs), Other(signs));
    }

    private static HealthCheck Live(HealthSigns signs) => signs.LoopAge switch
    {
        null => new(HealthStatus.Unhealthy, "The loop has not turned yet."),
        { } age when age > HealthLimits.LoopAgeMax => new(HealthStatus.Unhealthy,
            $"The loop has not turned for {Text(age)}; {Text(HealthLimits.LoopAgeMax)} are allowed."),
        _ => new(HealthStatus.Healthy, "The loop turns."),
    };

    private static HealthCheck Progress(HealthSigns signs)
    {
        if (signs.RunAge is { } age && signs.RunLimit is { } limit)
        {
            return age > limit + HealthLimits.KillMax
                ? new(HealthStatus.Unhealthy, $"A run lasts {Text(age)} and should have ended after {Text(limit)}.")
                : new(HealthStatus.Healthy, $"A run is on; {signs.Overdue} wait for the lane.");
        }

        return signs.OldestOverdue is { } waited && waited > HealthLimits.OverdueMax
            ? new(HealthStatus.Unhealthy,
                $"The lane is free, yet {signs.Overdue} are ready and the first has waited for {Text(waited)}.")
            : new(HealthStatus.Healthy, "Nothing that is ready waits for long.");
    }

    private static HealthCheck Journal(HealthSigns signs) =>
        !signs.JournalWorks ? new(HealthStatus.Unhealthy, "The journal can't be written; nothing new starts.")
        : signs.LastSync > HealthLimits.SyncMax
            ? new(HealthStatus.Degraded, $"The last sync of the journal took {Text(signs.LastSync)}.")
        : new(HealthStatus.Healthy, "The journal is written.");

    private static HealthCheck Accounting(HealthSigns signs) => signs.Breaches > 0
        ? new(HealthStatus.Unhealthy,
signs.Breaches == 1
            ? "One occurrence is missing from the accounting, or too many in it."
            : $"{signs.Breaches} occurrences are missing from the accounting, or too many in it.")
        : new(HealthStatus.Healthy, "Everything that was due is accounted for.");

    // A heartbeat that can't be written, on a full disk, stops no work: degraded, not unhealthy.
    private static HealthCheck Heartbeat(HealthSigns signs)
    {
        var max = signs.HeartbeatInterval * HealthLimits.HeartbeatIntervals;
        return signs.HeartbeatAge switch
        {
            null when signs.Uptime > max => new(HealthStatus.Degraded, "No heartbeat was written yet."),
            { } age when age > max => new(HealthStatus.Degraded, $"The heartbeat is {Text(age)} old."),
            _ => new(HealthStatus.Healthy, "The heartbeat is written."),
        };
    }

    private static HealthCheck Other(HealthSigns signs) => signs.Degradations > 0
        ? new(HealthStatus.Degraded, signs.Degradations == 1
            ? "One other matter wants a person's eye."
            : $"{signs.Degradations} other matters want a person's eye.")
        : new(HealthStatus.Healthy, "Nothing else is the matter.");

    private static string Text(TimeSpan span) =>
        DurationText.Format(TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds)));
}
