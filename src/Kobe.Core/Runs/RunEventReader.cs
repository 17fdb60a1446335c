using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>Reads back what <see cref="RunEventText"/> wrote: strict in what it knows, deaf to the rest.</summary>
/// <remarks>
/// A member that this version does not know is passed over, so an older program can read a newer line that only says
/// more; an event or a word that it does not know is refused by name, because leaving it out would falsify the ledger.
/// </remarks>
public static class RunEventReader
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = RunLimits.JsonDepthMax + 4 };

    /// <summary>Reads one object.</summary>
    /// <param name="utf8">The object's bytes, at most a journal line.</param>
    /// <param name="names">Shares the strings of keys among many lines.</param>
    /// <param name="entry">The event and its number.</param>
    /// <param name="problem">What was wrong, in a sentence.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, NamePool names, out JournalEntry entry, [NotNullWhen(false)] out string? problem)
    {
        entry = default;
        try
        {
            if (utf8.Length > RunLimits.LineBytesMax)
            {
                throw new RunTextException($"An event may be {RunLimits.LineBytesMax} bytes; this is {utf8.Length}.");
            }

            var fields = default(RunFields);
            Read(utf8, ref fields, names);
            fields.Demand(RunMember.E, RunMember.Seq, RunMember.At);
            entry = new JournalEntry(fields.Seq, Make(fields));
            problem = null;
            return true;
        }
        catch (Exception refused) when (refused is RunTextException or JsonException or FormatException
            or InvalidOperationException or ArgumentException)
        {
            problem = refused.Message;
            return false;
        }
    }

    private static void Read(ReadOnlySpan<byte> utf8, ref RunFields fields, NamePool names)
    {
        var reader = new Utf8JsonReader(utf8, Strict);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new RunTextException("An event is one JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = RunMembers.Find(reader);
            reader.Read();
            if (member is { } known)
            {
                RunFieldReader.Read(ref reader, known, ref fields, names);
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.Read())
        {
            throw new RunTextException("Something stands behind the event's object.");
        }
    }

    private static RunEvent Make(in RunFields fields)
    {
        switch (fields.Name)
        {
            case RunEventName.Started:
                fields.Demand(RunMember.Key, RunMember.Start, RunMember.Attempt);
                return new RunEvent.Started(fields.At, fields.Key, fields.Start, fields.Attempt);
            case RunEventName.Ended:
                fields.Demand(
                    RunMember.Key, RunMember.Start, RunMember.Attempt, RunMember.Result, RunMember.DurationMs);
                return new RunEvent.Ended(
                    fields.At, fields.Key, fields.Start, fields.Attempt, fields.Result, fields.NextStep(),
                    fields.DurationMs, fields.Reason, fields.Error, fields.Crashed, Payload(fields));
            case RunEventName.Queued:
                DemandDue(fields);
                return new RunEvent.Queued(fields.At, fields.Key, fields.Due, fields.Expires, fields.Priority);
            case RunEventName.Closed:
                fields.Demand(RunMember.Key, RunMember.Due, RunMember.State, RunMember.Reason);
                return new RunEvent.Closed(
                    fields.At, fields.Key, fields.Due, fields.State, fields.Reason!,
                    fields.Has(RunMember.Into) ? fields.Into : null);
            case RunEventName.Planned:
                fields.Demand(RunMember.Watermark);
                return new RunEvent.Planned(fields.At, fields.Watermark);
            default:
                return Rare(fields);
        }
    }

    private static RunEvent Rare(in RunFields fields)
    {
        switch (fields.Name)
        {
            case RunEventName.Booted:
                fields.Demand(RunMember.Boot, RunMember.Version, RunMember.Pid);
                return new RunEvent.Booted(fields.At, fields.Boot, fields.Version!, fields.Pid);
            case RunEventName.Loaded:
                fields.Demand(RunMember.Schedule, RunMember.Tasks);
                return new RunEvent.Loaded(fields.At, fields.Schedule!, fields.Tasks);
            case RunEventName.ClockStepped:
                fields.Demand(RunMember.Kind, RunMember.ByMs, RunMember.Epoch);
                return new RunEvent.ClockStepped(
                    fields.At, fields.Kind, TimeSpan.FromMilliseconds(fields.ByMs, 0), fields.Epoch);
            case RunEventName.Stopped:
                fields.Demand(RunMember.Reason);
                return new RunEvent.Stopped(fields.At, fields.Reason!);
            case RunEventName.Triggered:
                DemandDue(fields);
                fields.Demand(RunMember.By);
                return new RunEvent.Triggered(
                    fields.At, fields.Key, fields.Due, fields.Expires, fields.Priority, fields.By!, fields.Args,
                    fields.Force);
            case RunEventName.BulkMissed:
                fields.Demand(
                    RunMember.Task, RunMember.Date, RunMember.Count, RunMember.Through, RunMember.Reason);
                return new RunEvent.BulkMissed(
                    fields.At, fields.Task!, fields.Date, fields.Count, fields.Through, fields.Reason!);
            case RunEventName.Reconciled:
                fields.Demand(RunMember.Key, RunMember.Start, RunMember.Answer);
                return new RunEvent.Reconciled(fields.At, fields.Key, fields.Start, fields.Answer, fields.NextStep());
            case RunEventName.Resolved:
                fields.Demand(RunMember.Key, RunMember.How, RunMember.By, RunMember.Reason);
                return new RunEvent.Resolved(
                    fields.At, fields.Key, fields.How, fields.By!, fields.Reason!,
                    fields.Has(RunMember.Expires) ? fields.Expires : null);
            case RunEventName.Quarantined:
                fields.Demand(RunMember.Task, RunMember.Reason);
                return new RunEvent.Quarantined(fields.At, fields.Task!, fields.Reason!);
            case RunEventName.Unquarantined:
                fields.Demand(RunMember.Task, RunMember.By, RunMember.Reason);
                return new RunEvent.Unquarantined(fields.At, fields.Task!, fields.By!, fields.Reason!);
            case RunEventName.Control:
                fields.Demand(RunMember.Verb, RunMember.Subject, RunMember.By, RunMember.Reason);
                return new RunEvent.Control(
                    fields.At, fields.Verb, fields.Subject!, fields.By!, fields.Reason!,
                    fields.Has(RunMember.Until) ? fields.Until : null);
            default:
                throw new UnreachableException();
        }
    }

    private static void DemandDue(in RunFields fields) =>
        fields.Demand(RunMember.Key, RunMember.Due, RunMember.Expires, RunMember.Priority);

    private static RunPayload? Payload(in RunFields fields) =>
        RunPayload.TryCreate(
            fields.Evidence, fields.Facts ?? [], fields.Discoveries ?? [], out var payload, out var problem)
            ? payload
            : throw new RunTextException(problem);
}
