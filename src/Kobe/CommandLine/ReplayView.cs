using System.Globalization;
using System.Text.Json;
using Kobe.Replay;
using Kobe.Replay.Cards;
using Kobe.Replay.Desk;
using Kobe.Simulation.Laws;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe replay --json</c> answers. Source: surface, "JSON shapes".</summary>
internal static class ReplayView
{
    public static void Write(Utf8JsonWriter writer, ReplayOutcome outcome)
    {
        var plan = outcome.Plan;
        writer.WriteStartObject();
        writer.WriteString("from", Date(plan.From));
        writer.WriteString("to", Date(plan.To));
        writer.WriteNumber("speed", Math.Round(outcome.Speed));
        writer.WriteString("source", plan.Bars ?? "synthetic");
        writer.WriteBoolean("synthetic", plan.IsSynthetic);
        writer.WriteNumber("seed", plan.Seed);
        writer.WriteString("state", outcome.Folder);
        writer.WriteBoolean("finished", outcome.IsFinished);
        writer.WriteStartArray("days");
        foreach (var day in outcome.Cards.Days)
        {
            Write(writer, day, outcome.Desk.Of(day.Date));
        }

        writer.WriteEndArray();
        if (outcome.Desk.LedgerEqualsBroker is { } isEqual)
        {
            writer.WriteBoolean("ledgerEqualsBroker", isEqual);
        }
        else
        {
            writer.WriteNull("ledgerEqualsBroker");
        }

        writer.WriteNumber("invariantsBroken", outcome.Broken);
        WriteLaws(writer, outcome.Laws, outcome.DeskLaws);
        writer.WriteNumber("alerts", outcome.Alerts);
        writer.WriteStartArray("handlers");
        foreach (var time in outcome.Times)
        {
            writer.WriteStartObject();
            writer.WriteString("name", time.Handler);
            writer.WriteNumber("calls", time.Calls);
            writer.WriteNumber("realMs", Math.Round(time.Real.TotalMilliseconds, 1));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("digest", ReplayDigest.Of(outcome.Cards, outcome.Desk));
        writer.WriteNumber("elapsedMs", (long)outcome.Elapsed.TotalMilliseconds);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DayCard day, DeskDay? desk)
    {
        writer.WriteStartObject();
        writer.WriteString("date", Date(day.Date));
        writer.WriteNumber("planned", day.Planned);
        writer.WriteStartObject("outcomes");
        foreach (var state in SimulateView.States)
        {
            writer.WriteNumber(SimulateView.NameOf(state), day.Finals[(int)state]);
        }

        writer.WriteNumber("held", day.Held);
        writer.WriteNumber("pending", day.Pending);
        writer.WriteEndObject();
        writer.WriteNumber("orders", desk?.Sent ?? 0);
        writer.WriteString("pnl", (desk?.Result ?? 0).ToString("0.00", CultureInfo.InvariantCulture));
        writer.WriteNumber("starts", day.Starts);
        writer.WriteStartObject("reasons");
        foreach (var (reason, count) in day.Reasons)
        {
            writer.WriteNumber(reason, count);
        }

        writer.WriteEndObject();
        writer.WriteStrings("failures", day.Failures);
        writer.WriteNumber("discoveryCount", day.DiscoveryCount);
        writer.WriteStartArray("discoveries");
        foreach (var found in day.Discoveries)
        {
            writer.WriteRawValue(found.Value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLaws(Utf8JsonWriter writer, LawCounts laws, DeskLaws desk)
    {
        writer.WriteStartArray("invariants");
        foreach (var law in Enum.GetValues<Law>().Where(law => laws.CheckedOf(law) > 0))
        {
            writer.WriteStartObject();
            writer.WriteString("name", SimulateView.NameOf(law));
            writer.WriteNumber("checked", laws.CheckedOf(law));
            writer.WriteNumber("broken", laws.BrokenOf(law));
            writer.WriteEndObject();
        }

        writer.WriteStartObject();
        writer.WriteString("name", "desk");
        writer.WriteNumber("checked", desk.Checked);
        writer.WriteNumber("broken", desk.Broken);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("broken");
        foreach (var broken in laws.Cases)
        {
            writer.WriteStartObject();
            writer.WriteString("name", SimulateView.NameOf(broken.Law));
            writer.WriteString("at", broken.At);
            writer.WriteString("what", broken.What);
            writer.WriteEndObject();
        }

        foreach (var what in desk.Cases)
        {
            writer.WriteStartObject();
            writer.WriteString("name", "desk");
            writer.WriteString("what", what);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
