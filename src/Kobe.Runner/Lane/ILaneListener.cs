using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>Hears what handlers tell while they run, from any thread.</summary>
internal interface ILaneListener
{
    void Logged(long ticket, LogLevel level, string message);

    void Progressed(long ticket, double fraction, string? text);

    void Notified(long ticket, Urgency urgency, string text);

    void Discovered(long ticket, Discovery discovery);

    /// <summary>In a replay: it waits beyond the instant at which it would have been killed.</summary>
    void Overran(long ticket);
}
