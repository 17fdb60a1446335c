using Kobe.Contracts;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>Passes on what the handler of the current attempt says; what an ended one says is nobody's.</summary>
internal sealed class AttemptReports(IHandlerListener listener, Func<RunningAttempt?> current, Action<string> kill)
    : ILaneListener
{
    public void Logged(long ticket, LogLevel level, string message)
    {
        if (Find(ticket) is { } attempt)
        {
            listener.Said(new HandlerReport.Logged(level, message) { Key = attempt.KeyText });
        }
    }

    public void Progressed(long ticket, double fraction, string? text)
    {
        if (Find(ticket) is { } attempt)
        {
            listener.Said(new HandlerReport.Progressed(fraction, text) { Key = attempt.KeyText });
        }
    }

    public void Notified(long ticket, Urgency urgency, string text)
    {
        if (Find(ticket) is { } attempt)
        {
            listener.Said(new HandlerReport.Notified(urgency, text) { Key = attempt.KeyText });
        }
    }

    public void Discovered(long ticket, Discovery discovery) => Find(ticket)?.Discover(discovery);

    public void Overran(long ticket)
    {
        if (Find(ticket) is not null)
        {
            kill("It waits beyond the instant at which it would have been killed.");
        }
    }

    private RunningAttempt? Find(long ticket) => current() is { } attempt && attempt.Ticket == ticket ? attempt : null;
}
