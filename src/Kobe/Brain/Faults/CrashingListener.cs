using Kobe.Hosting;

namespace Kobe.Brain.Faults;

/// <summary>Hears a test's handler say that its effect has happened, at which the brain can be made to crash.</summary>
internal sealed class CrashingListener(IHandlerListener inner, CrashPoints points) : IHandlerListener
{
    /// <summary>The line of the log by which a handler says so.</summary>
    private const string Effect = "effect";

    public void Ended(AttemptResult result) => inner.Ended(result);

    public void Said(HandlerReport report)
    {
        inner.Said(report);
        if (report is HandlerReport.Logged { Text: Effect })
        {
            points.Reach(CrashPoint.AfterEffect);
        }
    }

    public void Changed(RunnerChange change) => inner.Changed(change);
}
