using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>The ledger at one event, as a file: with its hash, and the checksum of that event's line.</summary>
/// <remarks>The checksum ties it to this journal: one that came back with a restored backup is recognised.</remarks>
/// <param name="Ledger">The ledger.</param>
/// <param name="LineCrc">The checksum of the journal line with the ledger's number.</param>
internal sealed record CheckpointText(Ledger Ledger, uint LineCrc)
{
    private const int Version = 1;

    /// <summary>The file's content.</summary>
    public byte[] Write()
    {
        var ledger = Ledger.Snapshot();
        var buffer = new ArrayBufferWriter<byte>(ledger.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteNumber("seq", Ledger.Seq);
            writer.WriteString("line_crc", LineCrc.ToString("x8", CultureInfo.InvariantCulture));
            writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(ledger)));
            writer.WritePropertyName("ledger");
            writer.WriteRawValue(ledger, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a file's content; false when anything about it does not match.</summary>
    /// <param name="content">All of its bytes.</param>
    /// <param name="seq">The event that its name tells.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="problem">What did not match.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> content,
        long seq,
        [NotNullWhen(true)] out CheckpointText? checkpoint,
        [NotNullWhen(false)] out string? problem)
    {
        checkpoint = null;
        try
        {
            var reader = new Utf8JsonReader(content);
            reader.Read();
            var version = Member(ref reader, "version") ? reader.GetInt32() : 0;
            var stated = Member(ref reader, "seq") ? reader.GetInt64() : -1;
            var crc = Member(ref reader, "line_crc") ? reader.GetString()! : "";
            var hash = Member(ref reader, "sha256") ? reader.GetString()! : "";
            var ledger = Member(ref reader, "ledger") ? content[(int)reader.TokenStartIndex..^1] : default;
            problem = version != Version ? "it is of another version"
                : stated != seq ? "its name tells another event than its content"
                : hash != Convert.ToHexStringLower(SHA256.HashData(ledger)) ? "its hash is wrong"
                : null;
            if (problem is null)
            {
                var lineCrc = uint.Parse(crc, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                checkpoint = new CheckpointText(Ledger.Restore(ledger), lineCrc);
                problem = checkpoint.Ledger.Seq == seq ? null : "its ledger is at another event";
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException
            or InvalidOperationException)
        {
            problem = unreadable.Message;
        }

        return problem is null;
    }

    private static bool Member(ref Utf8JsonReader reader, string name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name)
        && reader.Read();
}
