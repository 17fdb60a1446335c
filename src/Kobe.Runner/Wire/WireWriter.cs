using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kobe.Runner.Wire;

/// <summary>Collects messages, one a line, and sends them in one write.</summary>
/// <remarks>Not thread-safe: who shares it locks it.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "It writes to memory: there is nothing to give back.")]
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(4_096);
    private readonly Utf8JsonWriter json;

    public WireWriter() => json = new(bytes, new() { SkipValidation = true });

    /// <summary>What has been collected.</summary>
    public ReadOnlyMemory<byte> Collected => bytes.WrittenMemory;

    /// <summary>The document to write the next message into; call <see cref="EndLine"/> after it.</summary>
    public Utf8JsonWriter Json => json;

    /// <summary>Ends a message.</summary>
    public void EndLine()
    {
        json.Flush();
        json.Reset();
        bytes.Write("\n"u8);
    }

    /// <summary>Forgets what was collected.</summary>
    public void Clear() => bytes.ResetWrittenCount();
}
