using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>What one run tells, within its limits, until the run has ended.</summary>
internal sealed class LaneReports(long ticket, ILaneListener listener, TimeProvider clock) : ITaskLog, ITaskReports
{
    private readonly Lock gate = new();
    private int logged;
    private int notices;
    private int discoveries;
    private long progressed;
    private bool closed;

    public void Write(LogLevel level, string message)
    {
        lock (gate)
        {
            if (closed || logged > LaneLimits.Log)
            {
                return;
            }

            var line = LaneLimits.Cut(message, LaneLimits.Line);
            logged += line.Length + 1;
            listener.Logged(ticket, level, line);
            if (logged > LaneLimits.Log)
            {
                listener.Logged(ticket, LogLevel.Warning, "The log of this run is full; the rest is dropped.");
            }
        }
    }

    public void Progress(double fraction, string? text)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var tooSoon = progressed != 0 && clock.GetElapsedTime(progressed, now) < LaneLimits.ProgressPause;
            if (closed || tooSoon || !double.IsFinite(fraction))
            {
                return;
            }

            progressed = now;
            listener.Progressed(
                ticket, Math.Clamp(fraction, 0, 1), text is null ? null : LaneLimits.Cut(text, LaneLimits.Line));
        }
    }

    public void Notify(Urgency urgency, string text)
    {
        lock (gate)
        {
            if (!closed && notices++ < LaneLimits.Notices)
            {
                listener.Notified(ticket, urgency, LaneLimits.Cut(text, LaneLimits.Line));
            }
        }
    }

    public void Discover(Discovery discovery)
    {
        lock (gate)
        {
            if (!closed && discoveries++ < LaneLimits.Discoveries)
            {
                listener.Discovered(ticket, new(
                    LaneLimits.Cut(discovery.Kind, LaneLimits.Line),
                    LaneLimits.Cut(discovery.Title, LaneLimits.Line),
                    discovery.Detail is null ? null : LaneLimits.Cut(discovery.Detail, LaneLimits.Line)));
            }
        }
    }

    /// <summary>Ends the run: what its threads say from now on is nobody's.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
        }
    }
}
