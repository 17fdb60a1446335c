using System.Text.Json;
using Kobe.CommandLine;
using Kobe.Core.Runs;
using Kobe.Logging;

namespace Kobe.History;

/// <summary>Who changed what, and why: what <c>/api/v1/audit</c> says.</summary>
internal static class AuditView
{
    /// <summary>The changes as an object, the newest first.</summary>
    public static void Write(
        Utf8JsonWriter writer, IReadOnlyList<RunEvent> changes, TimeZoneInfo zone, Redaction redaction)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            Write(writer, change, zone, redaction);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One change.</summary>
    public static void Write(Utf8JsonWriter writer, RunEvent change, TimeZoneInfo zone, Redaction redaction)
    {
        var (verb, subject, by, reason, until) = change switch
        {
            RunEvent.Control control =>
                (ControlWords.Of(control.Verb), control.Subject, control.By, control.Reason, control.Until),
            RunEvent.Resolved resolved => (ControlWords.Of(ControlVerb.Resolve) + " "
                + resolved.How.ToString().ToLowerInvariant(), resolved.Key.ToString(), resolved.By, resolved.Reason,
                null),
            RunEvent.Unquarantined freed =>
                (ControlWords.Of(ControlVerb.Unquarantine), freed.Task, freed.By, freed.Reason, null),
            _ => ("", "", "", "", (DateTimeOffset?)null),
        };
        writer.WriteStartObject();
        writer.WriteString("at", Instants.Text(change.At, zone));
        writer.WriteString("verb", verb);
        writer.WriteString("subject", subject);
        writer.WriteString("by", redaction.Clean(by));
        writer.WriteString("reason", redaction.Clean(reason));
        writer.WriteString("until", Instants.Text(until, zone));
        writer.WriteEndObject();
    }
}
