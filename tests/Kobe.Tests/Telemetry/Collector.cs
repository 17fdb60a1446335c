using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kobe.Tests.Telemetry;

/// <summary>A stand-in for a collector: takes one push over HTTP, as it came.</summary>
internal sealed class Collector : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<(string Head, byte[] Body)> pushed =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Collector(int status = 200)
    {
        listener.Start();

        // A thread of its own: whoever pushes waits a few seconds only, and the pool may be busy for that long.
        new Thread(() => Take(status)) { IsBackground = true, Name = "collector" }.Start();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The first push: its head, and its body.</summary>
    public Task<(string Head, byte[] Body)> Pushed => pushed.Task;

    public void Dispose() => listener.Dispose();

    private void Take(int status)
    {
        try
        {
            using var client = listener.AcceptTcpClient();
            using var stream = client.GetStream();
            var push = Read(stream);
            stream.Write(
                Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            pushed.SetResult(push);
        }
        catch (Exception broken) when (broken is IOException or SocketException or InvalidOperationException)
        {
            pushed.SetException(broken);
        }
    }

    private static (string Head, byte[] Body) Read(NetworkStream stream)
    {
        var buffer = new byte[1 << 20];
        var (filled, end, length) = (0, -1, 0);
        while (end < 0 || filled < end + 4 + length)
        {
            filled += stream.Read(buffer.AsSpan(filled)) is var more and > 0 ? more
                : throw new EndOfStreamException("Whoever pushed went away in the middle.");
            if (end < 0 && (end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n")
                    .First(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                length = int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture);
            }
        }

        return (Encoding.ASCII.GetString(buffer, 0, end), buffer[(end + 4)..(end + 4 + length)]);
    }
}
