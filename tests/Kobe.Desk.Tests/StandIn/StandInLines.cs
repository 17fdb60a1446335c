using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Microsoft.AspNetCore.Http;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>The stand-in's lines to those who listen to what happens to orders. What happens while nobody has a line is told to nobody.</summary>
internal sealed class StandInLines(PaperExchange exchange, string keyId, string secret)
{
    private readonly Lock _gate = new();
    private readonly List<Channel<OrderEvent?>> _open = [];
    private TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _told;

    /// <summary>Ends when somebody listens; after lines broke, when somebody listens again.</summary>
    public Task Listening
    {
        get
        {
            lock (_gate)
            {
                return _listening.Task;
            }
        }
    }

    /// <summary>Tells what has happened since, or lets every line break before.</summary>
    public void Tell(bool isBroken)
    {
        lock (_gate)
        {
            if (isBroken)
            {
                _open.ForEach(line => line.Writer.TryWrite(null));
                _open.Clear();
                _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            for (; _told < exchange.Events.Count; _told++)
            {
                foreach (var line in _open)
                {
                    exchange.Faults.Carry(exchange.Events, _told, what => line.Writer.TryWrite(what));
                }
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _open.ForEach(line => line.Writer.TryComplete());
        }
    }

    public async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var first = await ReceiveAsync(socket);
        var good = first.Contains(keyId, StringComparison.Ordinal) && first.Contains(secret, StringComparison.Ordinal);
        var status = good ? "authorized" : "unauthorized";
        await SendAsync(socket, $$$"""{"stream":"authorization","data":{"status":"{{{status}}}","action":"authenticate"}}""");
        if (!good)
        {
            return;
        }

        await ReceiveAsync(socket);
        await SendAsync(socket, """{"stream":"listening","data":{"streams":["trade_updates"]}}""");
        var line = Channel.CreateUnbounded<OrderEvent?>();
        lock (_gate)
        {
            _told = exchange.Events.Count;
            _open.Add(line);
            _listening.TrySetResult();
        }

        // Pings are answered by whoever reads.
        _ = ReceiveAsync(socket);
        await foreach (var what in line.Reader.ReadAllAsync(context.RequestAborted))
        {
            if (what is null)
            {
                context.Abort();
                return;
            }

            using var buffer = new MemoryStream();
            await using (var writer = new Utf8JsonWriter(buffer))
            {
                StandInJson.Event(writer, what);
            }

            await SendAsync(socket, Encoding.UTF8.GetString(buffer.ToArray()));
        }
    }

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    // Binary frames, as the paper host sends them.
    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Binary, true, CancellationToken.None);
}
