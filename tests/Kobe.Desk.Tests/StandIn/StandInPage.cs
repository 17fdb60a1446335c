using System.Text.Json;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>One page of bars: a symbol may be split over pages, or be missing.</summary>
internal sealed record StandInPage(IReadOnlyList<(string Symbol, Bar Bar)> Rows, string? Next)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("bars");
        foreach (var symbol in Rows.GroupBy(row => row.Symbol))
        {
            writer.WriteStartArray(symbol.Key);
            foreach (var (_, bar) in symbol)
            {
                writer.WriteStartObject();
                AlpacaWriting.Instant(writer, "t", bar.Start);
                writer.WriteNumber("o", bar.Open);
                writer.WriteNumber("h", bar.High);
                writer.WriteNumber("l", bar.Low);
                writer.WriteNumber("c", bar.Close);
                writer.WriteNumber("v", bar.Volume);
                writer.WriteNumber("n", 1);
                writer.WriteNumber("vw", bar.Close);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        AlpacaWriting.Text(writer, "next_page_token", Next);
        writer.WriteEndObject();
    }
}
