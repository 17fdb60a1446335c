using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;
using Kobe.Runner.Wire;

namespace Kobe.Runner.Process;

/// <summary>Sends answers and reports to the brain, each in one write, from any thread.</summary>
internal sealed class BrainLink(Stream answers) : ILaneListener
{
    private readonly Lock gate = new();
    private readonly WireWriter wire = new();

    public void Hello(Catalogue catalogue) => Send(catalogue, ReportWire.WriteHello);

    public void Active() => Send(0, static (json, _) => ReportWire.WriteActive(json));

    public void Answer(long ticket, AttemptAnswer answer) =>
        Send((ticket, answer), static (json, it) => AnswerWire.Write(json, it.ticket, it.answer));

    public void Crash(string? plugin, string error) =>
        Send((plugin, error), static (json, it) => ReportWire.WriteCrash(json, it.plugin, it.error));

    public void Logged(long ticket, LogLevel level, string message) => Send(
        (ticket, level, message), static (json, it) => ReportWire.WriteLog(json, it.ticket, it.level, it.message));

    public void Progressed(long ticket, double fraction, string? text) => Send(
        (ticket, fraction, text), static (json, it) => ReportWire.WriteProgress(json, it.ticket, it.fraction, it.text));

    public void Notified(long ticket, Urgency urgency, string text) => Send(
        (ticket, urgency, text), static (json, it) => ReportWire.WriteNotice(json, it.ticket, it.urgency, it.text));

    public void Discovered(long ticket, Discovery discovery) => Send(
        (ticket, discovery), static (json, it) => ReportWire.WriteDiscovery(json, it.ticket, it.discovery));

    public void Overran(long ticket) => Send(ticket, static (json, it) => ReportWire.WriteOverran(json, it));

    private void Send<T>(T message, Action<Utf8JsonWriter, T> write)
    {
        lock (gate)
        {
            wire.Clear();
            write(wire.Json, message);
            wire.EndLine();
            answers.Write(wire.Collected.Span);
        }
    }
}
