using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>What <c>trading_state.json</c> says: the trading state for everybody outside of the brain.</summary>
/// <remarks>
/// Whoever reads it takes the stricter of this, the file KILL_SWITCH (its presence means HALTED) and what else is
/// known; a text that can't be read means HALTED.
/// </remarks>
/// <param name="State">The state.</param>
/// <param name="ExitsApproved">Whether exits were approved since the halt.</param>
/// <param name="Set">Who set it, when and why.</param>
public sealed record TradingRecord(TradingState State, bool ExitsApproved, ControlMark Set)
{
    private const int BytesMax = 16 * 1024;

    /// <summary>Reads the file's text; false, with the reason, when it is not one.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="record">What it says.</param>
    /// <param name="problem">What was wrong, in a sentence.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out TradingRecord? record,
        [NotNullWhen(false)] out string? problem)
    {
        record = null;
        try
        {
            if (utf8.Length > BytesMax)
            {
                throw new FormatException($"it has {utf8.Length} bytes, at most {BytesMax} are right.");
            }

            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 4 });
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            record = new(
                Enum.TryParse<TradingState>(root.GetProperty("state").GetString(), out var state)
                    && Enum.IsDefined(state)
                    ? state
                    : throw new FormatException("its state is none of ACTIVE, REDUCING, HALTED."),
                root.GetProperty("exitsApproved").GetBoolean(),
                new(root.GetProperty("at").GetDateTimeOffset().ToUniversalTime(),
                    Text(root, "by"), Text(root, "reason")));
            problem = null;
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            problem = $"trading_state.json can't be read: {wrong.Message}";
            return false;
        }
    }

    /// <summary>Writes the file's text, with a sentence on what it blocks.</summary>
    /// <param name="zone">The zone of the sentence.</param>
    public byte[] Write(TimeZoneInfo zone)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var options = new JsonWriterOptions { Indented = true, Encoder = JsonWriting.Options.Encoder };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteString("state", State.ToString());
            writer.WriteBoolean("exitsApproved", ExitsApproved);
            writer.WriteString("at", Set.At.UtcDateTime);
            writer.WriteString("by", Set.By);
            writer.WriteString("reason", Set.Reason);
            writer.WriteString("means", ControlWords.OfTrading(State, ExitsApproved, Set, zone));
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Text(JsonElement root, string name) =>
        FreeText.Clean(root.GetProperty(name).GetString() ?? "", RunLimits.ReasonCharsMax);
}
