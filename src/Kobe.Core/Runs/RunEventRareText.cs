using System.Diagnostics;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>The payload, and the events that come now and then: <see cref="RunEventText"/> has the others.</summary>
internal static class RunEventRareText
{
    public static void Write(Utf8JsonWriter writer, RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Booted booted:
                writer.WriteNumber(RunMembers.Boot, booted.Boot);
                writer.WriteString(RunMembers.Version, booted.Version);
                writer.WriteNumber(RunMembers.Pid, booted.Pid);
                break;
            case RunEvent.Loaded loaded:
                writer.WriteString(RunMembers.Schedule, loaded.ScheduleHash);
                writer.WriteNumber(RunMembers.Tasks, loaded.Tasks);
                break;
            case RunEvent.ClockStepped stepped:
                writer.WriteString(RunMembers.Kind, RunWords.ClockSteps[(int)stepped.Kind]);
                writer.WriteNumber(RunMembers.ByMs, stepped.By.Ticks / TimeSpan.TicksPerMillisecond);
                writer.WriteNumber(RunMembers.Epoch, stepped.Epoch);
                break;
            case RunEvent.Stopped stopped: writer.WriteString(RunMembers.Reason, stopped.Reason); break;
            case RunEvent.Triggered triggered: Write(writer, triggered); break;
            case RunEvent.BulkMissed missed: Write(writer, missed); break;
            case RunEvent.Reconciled reconciled:
                RunEventText.Key(writer, RunMembers.Key, reconciled.Key);
                writer.WriteNumber(RunMembers.Start, reconciled.Start);
                writer.WriteString(RunMembers.Answer, RunWords.Answers[(int)reconciled.Answer]);
                RunEventText.Next(writer, reconciled.Next);
                break;
            case RunEvent.Resolved resolved: Write(writer, resolved); break;
            case RunEvent.Quarantined quarantined:
                writer.WriteString(RunMembers.Task, quarantined.Task);
                writer.WriteString(RunMembers.Reason, quarantined.Reason);
                break;
            case RunEvent.Unquarantined unquarantined:
                writer.WriteString(RunMembers.Task, unquarantined.Task);
                Actor(writer, unquarantined.By, unquarantined.Reason);
                break;
            case RunEvent.Control control: Write(writer, control); break;
            default: throw new UnreachableException();
        }
    }

    public static void Write(Utf8JsonWriter writer, RunPayload payload)
    {
        Maybe(writer, RunMembers.Evidence, payload.Evidence);
        if (payload.Facts.Count > 0)
        {
            writer.WriteStartArray(RunMembers.Facts);
            foreach (var fact in payload.Facts)
            {
                writer.WriteStartObject();
                writer.WriteString(RunMembers.Name, fact.Name);
                Maybe(writer, RunMembers.Value, fact.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (payload.Discoveries.Count > 0)
        {
            writer.WriteStartArray(RunMembers.Discoveries);
            foreach (var discovery in payload.Discoveries)
            {
                writer.WriteRawValue(discovery.Value, skipInputValidation: true);
            }

            writer.WriteEndArray();
        }
    }

    public static void Maybe(Utf8JsonWriter writer, JsonEncodedText name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    public static void Maybe(Utf8JsonWriter writer, JsonEncodedText name, JsonText? value)
    {
        if (value is { } given)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(given.Value, skipInputValidation: true);
        }
    }

    private static void Actor(Utf8JsonWriter writer, string by, string reason)
    {
        writer.WriteString(RunMembers.By, by);
        writer.WriteString(RunMembers.Reason, reason);
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Triggered triggered)
    {
        RunEventText.Due(writer, triggered.Key, triggered.Due, triggered.Expires, triggered.Priority);
        writer.WriteString(RunMembers.By, triggered.By);
        Maybe(writer, RunMembers.Args, triggered.Args);
        if (triggered.Force)
        {
            writer.WriteBoolean(RunMembers.Force, true);
        }
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.BulkMissed missed)
    {
        writer.WriteString(RunMembers.Task, missed.Task);
        writer.WriteString(RunMembers.Date, missed.Date.ToString("yyyy-MM-dd"));
        writer.WriteNumber(RunMembers.Count, missed.Count);
        RunEventText.Instant(writer, RunMembers.Through, missed.Through);
        writer.WriteString(RunMembers.Reason, missed.Reason);
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Resolved resolved)
    {
        RunEventText.Key(writer, RunMembers.Key, resolved.Key);
        writer.WriteString(RunMembers.How, RunWords.Resolutions[(int)resolved.How]);
        Actor(writer, resolved.By, resolved.Reason);
        if (resolved.Expires is { } expires)
        {
            RunEventText.Instant(writer, RunMembers.Expires, expires);
        }
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Control control)
    {
        writer.WriteString(RunMembers.Verb, RunWords.Verbs[(int)control.Verb]);
        writer.WriteString(RunMembers.Subject, control.Subject);
        Actor(writer, control.By, control.Reason);
        if (control.Until is { } until)
        {
            RunEventText.Instant(writer, RunMembers.Until, until);
        }
    }
}
