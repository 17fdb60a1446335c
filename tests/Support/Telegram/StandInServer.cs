using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kobe.Testing.Telegram;

/// <summary>Listens on a free port of this machine; it can be switched off and on again at the same address.</summary>
/// <param name="answer">Answers a request: its path and body. Whether the connection goes on.</param>
internal sealed class StandInServer(Func<HttpConnection, string, string, Task<bool>> answer) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private TcpListener? _listener;

    public int Port { get; private set; }

    public bool IsListening => _listener is not null;

    /// <summary>Begins, on the port that it had.</summary>
    public void Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        lock (_gate)
        {
            _listener = listener;
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        _ = Accept(listener);
    }

    public void Stop()
    {
        lock (_gate)
        {
            _listener?.Stop();
            _listener = null;
        }

        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    public void Dispose() => Stop();

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = Serve(new(await listener.AcceptSocketAsync()));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over, or Telegram is down.
        }
    }

    private async Task Serve(HttpConnection connection)
    {
        _connections[connection] = true;
        try
        {
            while (await connection.Read() is { } request && await answer(connection, request.Path, request.Body))
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or IOException)
        {
            // Whoever asked is gone, or the test is over.
        }

        _connections.TryRemove(connection, out _);
        connection.Dispose();
    }
}
