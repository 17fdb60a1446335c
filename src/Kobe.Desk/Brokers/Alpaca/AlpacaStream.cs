using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Alpaca's stream of what happens to orders. It tells nothing again: after every connect,
/// reconcile.</summary>
internal static class AlpacaStream
{
    private const int MessageBytesMax = 1 << 20;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>Connects, proves who it is and listens; it ends when the line is closed or breaks.</summary>
    /// <exception cref="UnauthorizedAccessException">The keys are refused.</exception>
    public static async IAsyncEnumerable<OrderEvent> ListenAsync(
        Uri address, AlpacaKeys keys, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Silence;
        socket.Options.KeepAliveTimeout = Silence;
        await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        await SendAsync(socket, writer => Authenticate(writer, keys), cancellation).ConfigureAwait(false);
        await SendAsync(socket, Listen, cancellation).ConfigureAwait(false);
        while (await ReceiveAsync(socket, cancellation).ConfigureAwait(false) is { } message)
        {
            if (Event(message) is { } what)
            {
                yield return what;
            }
        }
    }

    private static OrderEvent? Event(byte[] message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        var told = root.TryGetProperty("data", out var found) ? found : default;
        switch (root.Text("stream"))
        {
            case "authorization" when told.Text("status") != "authorized":
                throw new UnauthorizedAccessException("The broker's stream refuses the keys.");
            case "trade_updates":
                return AlpacaReading.Event(told);
            default:
                return null;
        }
    }

    // The paper host sends binary frames, the live one text: the same JSON in both.
    private static async Task<byte[]?> ReceiveAsync(WebSocket socket, CancellationToken cancellation)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(message.GetMemory(4096), cancellation).ConfigureAwait(false);
            }
            catch (WebSocketException)
            {
                // A line that breaks ends the stream as a closed one does.
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(part.Count);
            if (message.WrittenCount > MessageBytesMax)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
    }

    private static void Authenticate(Utf8JsonWriter writer, AlpacaKeys keys)
    {
        writer.WriteString("action", "auth");
        writer.WriteString("key", keys.Id);
        writer.WriteString("secret", keys.Secret);
    }

    private static void Listen(Utf8JsonWriter writer)
    {
        writer.WriteString("action", "listen");
        writer.WriteStartObject("data");
        writer.WriteStartArray("streams");
        writer.WriteStringValue("trade_updates");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static async Task SendAsync(
        WebSocket socket, Action<Utf8JsonWriter> members, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        await socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancellation)
            .ConfigureAwait(false);
    }
}
