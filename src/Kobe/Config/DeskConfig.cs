using System.Text;
using System.Text.Json;

namespace Kobe.Config;

/// <summary>The desk's settings. The program knows no desk: it tells them to the runners, whose plugins do.</summary>
internal sealed record DeskConfig
{
    /// <summary>How far an order gets: observe, paper or live.</summary>
    public required string Mode { get; init; }

    /// <summary>Where prices come from: synthetic, alpaca or a folder.</summary>
    public required string Source { get; init; }

    /// <summary>What repeats a synthetic market.</summary>
    public required int Seed { get; init; }

    /// <summary>What is traded and watched; empty for all that the source has.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>What the paper account begins with, in dollars.</summary>
    public required int Cash { get; init; }

    /// <summary>How much may be risked, by the name of the limit.</summary>
    public required IReadOnlyDictionary<string, decimal> Limits { get; init; }

    /// <summary>Whether this is a demo, in which things go wrong by a script; no setting sets it.</summary>
    public bool IsTrial { get; init; }

    /// <summary>All of it as one JSON object, as runners find it in their environment.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("mode", Mode);
            writer.WriteString("source", Source);
            writer.WriteNumber("seed", Seed);
            writer.WriteStartArray("symbols");
            foreach (var symbol in Symbols)
            {
                writer.WriteStringValue(symbol);
            }

            writer.WriteEndArray();
            writer.WriteNumber("cash", Cash);
            if (IsTrial)
            {
                writer.WriteBoolean("trial", true);
            }

            writer.WriteStartObject("limits");
            foreach (var (name, value) in Limits)
            {
                writer.WriteNumber(name, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
