using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Simulation;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe simulate --json</c> answers. Source: surface, "JSON shapes".</summary>
internal static class SimulateView
{
    public static readonly FinalState[] States = Enum.GetValues<FinalState>();

    public static void Write(Utf8JsonWriter writer, SimulationReport report)
    {
        var (request, outcome) = (report.Request, report.Outcome);
        writer.WriteStartObject();
        writer.WriteString("from", request.From.ToString("yyyy-MM-dd"));
        writer.WriteString("to", request.To.ToString("yyyy-MM-dd"));
        writer.WriteNumber("seed", request.Seed);
        writer.WriteNumber("seeds", request.Seeds);
        writer.WriteString("faults", request.Profile);
        writer.WriteNumber("tasks", report.Open.Schedule.Tasks.Count);
        writer.WriteNumber("occurrences", outcome.Planned);
        writer.WriteStartObject("outcomes");
        foreach (var state in States)
        {
            writer.WriteNumber(NameOf(state), outcome.Finals[(int)state]);
        }

        writer.WriteNumber("held", outcome.Held);
        writer.WriteNumber("pending", outcome.Pending);
        writer.WriteEndObject();
        WriteLaws(writer, report);
        writer.WriteString("digest", SimulationRun.DigestOf(outcome));
        writer.WriteNumber("elapsedMs", (long)report.Elapsed.TotalMilliseconds);
        writer.WriteNumber("virtualDays", (long)request.Days * request.Seeds);
        writer.WriteNumber("boots", outcome.Boots);
        writer.WriteNumber("durationsKnown", request.Durations.Count);
        WriteCounts(writer, "faultPoints", outcome.Coverage);
        WriteStatistics(writer, outcome.Statistics!, request);
        WriteChanges(writer, report.Changes);
        writer.WriteEndObject();
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteLaws(Utf8JsonWriter writer, SimulationReport report)
    {
        var laws = report.Outcome.Laws;
        writer.WriteStartArray("invariants");
        foreach (var law in Enum.GetValues<Law>())
        {
            writer.WriteStartObject();
            writer.WriteString("name", NameOf(law));
            writer.WriteNumber("checked", laws.CheckedOf(law));
            writer.WriteNumber("broken", laws.BrokenOf(law));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("broken");
        foreach (var broken in laws.Cases)
        {
            writer.WriteStartObject();
            writer.WriteString("name", NameOf(broken.Law));
            writer.WriteString("at", broken.At);
            writer.WriteString("what", broken.What);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStrings("replay", report.Outcome.BrokenSeeds.Select(report.Request.Replay));
    }

    private static void WriteStatistics(Utf8JsonWriter writer, Statistics statistics, SimulationRequest request)
    {
        writer.WriteStartObject("load");
        writer.WriteNumber("starts", statistics.Starts);
        WriteLateness(writer, statistics.Lateness);
        writer.WriteNumber("queueMax", statistics.QueueMax);
        writer.WriteNumber("laneShare", Math.Round(statistics.Busy / TimeSpan.FromDays(request.Days), 4));
        writer.WriteStartArray("busiestMinutes");
        foreach (var minute in SimulateText.Busiest(statistics))
        {
            writer.WriteStartObject();
            writer.WriteString("minute", minute.Name);
            writer.WriteNumber("starts", minute.Times);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        WriteCounts(writer, "reasons", statistics.Reasons);
        writer.WriteStartArray("byDay");
        foreach (var day in statistics.Days)
        {
            writer.WriteStartObject();
            writer.WriteString("date", day.Date.ToString("yyyy-MM-dd"));
            WriteFinals(writer, state => day[state]);
            writer.WriteNumber("queueMax", day.QueueMax);
            writer.WriteNumber("busySeconds", Math.Round(day.Busy.TotalSeconds));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("byTask");
        foreach (var task in statistics.Tasks)
        {
            writer.WriteStartObject();
            writer.WriteString("task", task.Task);
            writer.WriteNumber("starts", task.Starts);
            WriteFinals(writer, state => task[state]);
            WriteLateness(writer, task.Lateness);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFinals(Utf8JsonWriter writer, Func<FinalState, long> count)
    {
        foreach (var state in States)
        {
            if (count(state) is > 0 and var some)
            {
                writer.WriteNumber(NameOf(state), some);
            }
        }
    }

    private static void WriteLateness(Utf8JsonWriter writer, LatenessScale lateness)
    {
        writer.WriteStartObject("latenessSeconds");
        writer.WriteNumber("p50", Math.Round(lateness.Percentile(0.5).TotalSeconds, 3));
        writer.WriteNumber("p99", Math.Round(lateness.Percentile(0.99).TotalSeconds, 3));
        writer.WriteNumber("max", Math.Round(lateness.Max.TotalSeconds, 3));
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, NameCounts counts)
    {
        writer.WriteStartObject(name);
        foreach (var count in counts.InOrder())
        {
            writer.WriteNumber(count.Name, count.Times);
        }

        writer.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter writer, IReadOnlyList<ChangedOccurrence>? changes)
    {
        if (changes is null)
        {
            return;
        }

        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("change", NameOf(change.Kind));
            writer.WriteString("key", change.Key.ToString());
            WriteInstant(writer, "before", change.Before);
            WriteInstant(writer, "after", change.After);
            writer.WriteString("state", change.State is { } state ? NameOf(state) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            writer.WriteString(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
