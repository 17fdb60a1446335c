using System.Text.Json;
using Kobe.Replay;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe demo --json</c> answers: the replay, and each incident.</summary>
internal static class DemoView
{
    public static void Write(
        Utf8JsonWriter writer, ReplayOutcome outcome, IReadOnlyList<(string Name, bool Went, string What)> incidents)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("incidents");
        foreach (var (name, went, what) in incidents)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteBoolean("ok", went);
            writer.WriteString("seen", what);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("replay");
        ReplayView.Write(writer, outcome);
        writer.WriteEndObject();
    }
}
