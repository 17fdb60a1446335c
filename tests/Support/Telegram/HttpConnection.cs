using System.Net.Sockets;
using System.Text;

namespace Kobe.Testing.Telegram;

/// <summary>One connection to the stand-in, by hand: a server of the class library can't be made to hang up.</summary>
internal sealed class HttpConnection(Socket socket) : IDisposable
{
    private readonly List<byte> _read = [];

    /// <summary>The next request's path and body; null when the other side hung up.</summary>
    public async Task<(string Path, string Body)?> Read()
    {
        int end;
        while ((end = HeadEnd()) < 0)
        {
            if (!await More())
            {
                return null;
            }
        }

        var head = Encoding.ASCII.GetString([.. _read[..end]]).Split("\r\n");
        var length = head.Where(line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.Split(':')[1])).FirstOrDefault();
        while (_read.Count < end + 4 + length)
        {
            if (!await More())
            {
                return null;
            }
        }

        var body = Encoding.UTF8.GetString([.. _read[(end + 4)..(end + 4 + length)]]);
        _read.RemoveRange(0, end + 4 + length);
        return (head[0].Split(' ')[1], body);
    }

    public async Task Write(int status, string body, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length}\r\n\r\n";
        await socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes]);
    }

    public void Dispose() => socket.Dispose();

    private int HeadEnd() => Encoding.ASCII.GetString([.. _read]).IndexOf("\r\n\r\n", StringComparison.Ordinal);

    private async Task<bool> More()
    {
        var bytes = new byte[64 * 1024];
        var count = await socket.ReceiveAsync(bytes);
        _read.AddRange(bytes[..count]);
        return count > 0;
    }
}
