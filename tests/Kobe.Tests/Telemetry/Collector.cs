using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kobe.Tests.Telemetry;

/// <summary>A stand-in for a collector: takes one push over HTTP, as it came.</summary>
internal sealed class Collector : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Collector(int status = 200)
    {
        listener.Start();
        Pushed = TakeAsync(status);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The first push: its head, and its body.</summary>
    public Task<(string Head, byte[] Body)> Pushed { get; }

    public void Dispose() => listener.Dispose();

    private async Task<(string Head, byte[] Body)> TakeAsync(int status)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var buffer = new byte[1 << 20];
        var (filled, end, length) = (0, -1, 0);
        while (end < 0 || filled < end + 4 + length)
        {
            filled += await stream.ReadAsync(buffer.AsMemory(filled), TestContext.Current.CancellationToken);
            if (end < 0 && (end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n")
                    .First(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                length = int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture);
            }
        }

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        return (Encoding.ASCII.GetString(buffer, 0, end), buffer[(end + 4)..(end + 4 + length)]);
    }
}
