using System.Text.Json;
using Kobe.Core.Text;

namespace Kobe.Core.Runs;

/// <summary>Reads one member's value into <see cref="RunFields"/>, each with its type.</summary>
internal static class RunFieldReader
{
    public static void Read(ref Utf8JsonReader reader, RunMember member, ref RunFields fields, NamePool names)
    {
        fields.See(member);
        switch (member)
        {
            case RunMember.Seq: fields.Seq = reader.GetInt64(); break;
            case RunMember.At: fields.At = Instant(ref reader, member); break;
            case RunMember.E: fields.Name = EventName(ref reader); break;
            case RunMember.Key: fields.Key = Key(ref reader, names); break;
            case RunMember.Due: fields.Due = Instant(ref reader, member); break;
            case RunMember.Expires: fields.Expires = Instant(ref reader, member); break;
            case RunMember.Priority: fields.Priority = reader.GetInt32(); break;
            case RunMember.Start: fields.Start = reader.GetInt32(); break;
            case RunMember.Attempt: fields.Attempt = reader.GetInt32(); break;
            case RunMember.Result: fields.Result = Word(ref reader, RunWords.Results, member); break;
            case RunMember.Next: fields.Next = Word(ref reader, RunWords.Nexts, member); break;
            case RunMember.State: fields.State = Word(ref reader, RunWords.FinalStates, member); break;
            case RunMember.DurationMs: fields.DurationMs = reader.GetInt64(); break;
            case RunMember.Reason: fields.Reason = reader.GetString(); break;
            case RunMember.Watermark: fields.Watermark = Instant(ref reader, member); break;
            case RunMember.Into: fields.Into = Key(ref reader, names); break;
            case RunMember.NextAt: fields.NextAt = Instant(ref reader, member); break;
            case RunMember.Error: fields.Error = reader.GetString(); break;
            case RunMember.Crashed: fields.Crashed = reader.GetBoolean(); break;
            case RunMember.Evidence: fields.Evidence = Json(ref reader); break;
            case RunMember.Facts: fields.Facts = Facts(ref reader); break;
            case RunMember.Discoveries: fields.Discoveries = Discoveries(ref reader); break;
            default: Rare(ref reader, member, ref fields); break;
        }
    }

    private static void Rare(ref Utf8JsonReader reader, RunMember member, ref RunFields fields)
    {
        switch (member)
        {
            case RunMember.Boot: fields.Boot = reader.GetInt32(); break;
            case RunMember.Version: fields.Version = reader.GetString(); break;
            case RunMember.Pid: fields.Pid = reader.GetInt32(); break;
            case RunMember.Schedule: fields.Schedule = reader.GetString(); break;
            case RunMember.Tasks: fields.Tasks = reader.GetInt32(); break;
            case RunMember.Kind: fields.Kind = Word(ref reader, RunWords.ClockSteps, member); break;
            case RunMember.ByMs: fields.ByMs = reader.GetInt64(); break;
            case RunMember.Epoch: fields.Epoch = reader.GetInt32(); break;
            case RunMember.Args: fields.Args = Json(ref reader); break;
            case RunMember.Force: fields.Force = reader.GetBoolean(); break;
            case RunMember.Task: fields.Task = reader.GetString(); break;
            case RunMember.Date: fields.Date = Date(ref reader); break;
            case RunMember.Count: fields.Count = reader.GetInt32(); break;
            case RunMember.Through: fields.Through = Instant(ref reader, member); break;
            case RunMember.Answer: fields.Answer = Word(ref reader, RunWords.Answers, member); break;
            case RunMember.How: fields.How = Word(ref reader, RunWords.Resolutions, member); break;
            case RunMember.By: fields.By = reader.GetString(); break;
            case RunMember.Verb: fields.Verb = Word(ref reader, RunWords.Verbs, member); break;
            case RunMember.Subject: fields.Subject = reader.GetString(); break;
            case RunMember.Until: fields.Until = Instant(ref reader, member); break;
            default: throw new RunTextException($"The member '{RunMembers.NameOf(member)}' has no reader.");
        }
    }

    private static RunEventName EventName(ref Utf8JsonReader reader) =>
        RunEventNames.Words.TryRead(reader, out var name)
            ? name
            : throw new RunTextException(
                $"'{reader.GetString()}' is not an event that this version knows; it knows {RunEventNames.Words.All}.");

    private static T Word<T>(ref Utf8JsonReader reader, RunWords<T> words, RunMember member)
        where T : struct, Enum => words.TryRead(reader, out var value)
        ? value
        : throw new RunTextException(
            $"'{reader.GetString()}' is no value of '{RunMembers.NameOf(member)}'; it is one of {words.All}.");

    private static DateTimeOffset Instant(ref Utf8JsonReader reader, RunMember member) =>
        reader.TryGetDateTime(out var instant) && instant.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(instant)
            : throw new RunTextException(
                $"'{RunMembers.NameOf(member)}' must be an instant in UTC such as 2026-11-20T14:35:00Z.");

    private static DateOnly Date(ref Utf8JsonReader reader) =>
        DateText.TryParse(reader.GetString(), out var date)
            ? date
            : throw new RunTextException("'date' must be a date such as 2026-11-20.");

    private static OccurrenceKey Key(ref Utf8JsonReader reader, NamePool names)
    {
        Span<char> text = stackalloc char[OccurrenceKey.TextLengthMax];
        if (reader.ValueSpan.Length > text.Length
            || !OccurrenceKey.TryParse(text[..reader.CopyString(text)], names, out var key))
        {
            throw new RunTextException($"'{reader.GetString()}' is not an occurrence key.");
        }

        return key;
    }

    private static JsonText Json(ref Utf8JsonReader reader)
    {
        // The reader knows its place in the text only as numbers, so the value is copied token by token.
        return JsonText.Copy(ref reader);
    }

    private static List<PublishedFact> Facts(ref Utf8JsonReader reader)
    {
        var facts = new List<PublishedFact>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject);
            string? name = null;
            JsonText? value = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isName = reader.ValueTextEquals("name"u8);
                var isValue = reader.ValueTextEquals("value"u8);
                reader.Read();
                name = isName ? reader.GetString() : name;
                value = isValue ? Json(ref reader) : value;
                reader.Skip();
            }

            facts.Add(name is not null && value is { } given
                ? new PublishedFact(name, given)
                : throw new RunTextException("A fact must have a name and a value."));
        }

        return facts;
    }

    private static List<JsonText> Discoveries(ref Utf8JsonReader reader)
    {
        var discoveries = new List<JsonText>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            discoveries.Add(Json(ref reader));
        }

        return discoveries;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new RunTextException($"Expected {token}, found {reader.TokenType}.");
        }
    }
}
