namespace Kobe.Core.Health;

/// <summary>How the brain does, question by question.</summary>
/// <param name="Live">Whether the loop turns.</param>
/// <param name="Progress">Whether what is ready runs.</param>
/// <param name="Journal">Whether what happens is on disk.</param>
/// <param name="Accounting">Whether everything that was due is accounted for.</param>
/// <param name="Heartbeat">Whether the pulse is written.</param>
/// <param name="Other">What else wants a person's eye, such as a schedule that was refused.</param>
public sealed record HealthReport(
    HealthCheck Live,
    HealthCheck Progress,
    HealthCheck Journal,
    HealthCheck Accounting,
    HealthCheck Heartbeat,
    HealthCheck Other)
{
    /// <summary>The worst of all answers.</summary>
    public HealthStatus Status => (HealthStatus)Math.Max(
        Math.Max(
            Math.Max((int)Live.Status, (int)Progress.Status), Math.Max((int)Journal.Status, (int)Accounting.Status)),
        Math.Max((int)Heartbeat.Status, (int)Other.Status));
}
