using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>One connection to Alpaca's stream of what happens to orders, from its opening to its end.</summary>
/// <remarks>It tells nothing again: what happened before it was open has to be looked up.</remarks>
internal sealed class AlpacaLine : IDisposable
{
    private const int MessageBytesMax = 1 << 20;
    private const int PartBytes = 4096;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    private readonly ClientWebSocket _socket = new();

    private AlpacaLine()
    {
        _socket.Options.KeepAliveInterval = Silence;
        _socket.Options.KeepAliveTimeout = Silence;
    }

    /// <summary>Connects, proves who it is and waits until the broker listens to it.</summary>
    /// <returns>Null when there is no connection.</returns>
    /// <exception cref="UnauthorizedAccessException">The keys are refused.</exception>
    public static async Task<AlpacaLine?> OpenAsync(
        Uri address, AlpacaKeys keys, TimeSpan timeout, CancellationToken cancellation)
    {
        var line = new AlpacaLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            await line._socket.ConnectAsync(address, patience.Token).ConfigureAwait(false);
            await line.SendAsync(writer => Authenticate(writer, keys), patience.Token).ConfigureAwait(false);
            await line.SendAsync(Listen, patience.Token).ConfigureAwait(false);
            while (await line.ReceiveAsync(patience.Token).ConfigureAwait(false) is { } message)
            {
                if (Stream(message) == "listening")
                {
                    return line;
                }
            }
        }
        catch (WebSocketException)
        {
            // No line: whoever wants one tries again.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nor is one that nobody answers on.
        }
        catch
        {
            line.Dispose();
            throw;
        }

        line.Dispose();
        return null;
    }

    /// <summary>The next event; null when the line is closed or breaks.</summary>
    public async Task<OrderEvent?> NextAsync(CancellationToken cancellation)
    {
        while (await ReceiveAsync(cancellation).ConfigureAwait(false) is { } message)
        {
            try
            {
                if (Event(message) is { } what)
                {
                    return what;
                }
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException
                or KeyNotFoundException or InvalidOperationException or OverflowException)
            {
                // Something happened that can't be read: on a new line it is looked up.
                return null;
            }
        }

        return null;
    }

    public void Dispose() => _socket.Dispose();

    private static string? Stream(byte[] message)
    {
        using var document = JsonDocument.Parse(message, Limits);
        var root = document.RootElement;
        var stream = root.Text("stream");
        return stream == "authorization" && root.GetProperty("data").Text("status") != "authorized"
            ? throw new UnauthorizedAccessException("The broker's stream refuses the keys.")
            : stream;
    }

    private static OrderEvent? Event(byte[] message)
    {
        using var document = JsonDocument.Parse(message, Limits);
        var root = document.RootElement;
        return root.Text("stream") == "trade_updates" ? AlpacaReading.Event(root.GetProperty("data")) : null;
    }

    // The paper host sends binary frames, the live one text: the same JSON in both. Too much is a line that is broken.
    private async Task<byte[]?> ReceiveAsync(CancellationToken cancellation)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (message.WrittenCount <= MessageBytesMax)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(PartBytes), cancellation).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Advance(part.Count);
                if (part.EndOfMessage)
                {
                    return message.WrittenSpan.ToArray();
                }
            }
        }
        catch (WebSocketException)
        {
            // A line that breaks ends as a closed one does.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // So does one on which a ping was not answered.
        }

        return null;
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

    private async Task SendAsync(Action<Utf8JsonWriter> members, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        await _socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancellation)
            .ConfigureAwait(false);
    }
}
