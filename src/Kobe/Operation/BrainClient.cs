using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kobe.Config;

namespace Kobe.Operation;

/// <summary>Asks the running brain over HTTP.</summary>
/// <remarks>
/// On a socket by hand: the class library's client takes longer to load than the brain to answer, and what the brain
/// sends is known: one answer with its length.
/// </remarks>
internal static class BrainClient
{
    private const int BytesMax = 16 * 1024 * 1024;
    private const int TimeoutMs = 3_000;

    /// <summary>A document of the brain.</summary>
    /// <param name="url">The brain's address.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="token">The token for reading.</param>
    /// <exception cref="IOException">It does not answer, or something else answers.</exception>
    public static BrainAnswer Get(string url, string path, string token)
    {
        var to = ListenUrl.Read(url).Value ?? throw new IOException($"'{url}' is no address.");
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
                SendTimeout = TimeoutMs,
                ReceiveTimeout = TimeoutMs,
            };
            socket.Connect(to.Address ?? IPAddress.Loopback, to.Port);
            socket.Send(Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: {to.Host}:{to.Port}\r\nAuthorization: Bearer {token}\r\n"
                + "Accept: application/json\r\nConnection: close\r\n\r\n"));
            return Parse(ReadAll(socket));
        }
        catch (SocketException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private static byte[] ReadAll(Socket socket)
    {
        var bytes = new byte[64 * 1024];
        var length = 0;
        while (socket.Receive(bytes.AsSpan(length)) is var read and > 0)
        {
            length += read;
            if (length == bytes.Length)
            {
                if (length >= BytesMax)
                {
                    throw new IOException("The answer is too long.");
                }

                Array.Resize(ref bytes, length * 2);
            }
        }

        return bytes[..length];
    }

    private static BrainAnswer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? "" : Encoding.ASCII.GetString(bytes, 0, end);
        var lines = head.Split("\r\n");
        var length = Array.Find(lines, line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        if (!lines[0].StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || lines[0].Length < 12
            || !int.TryParse(lines[0].AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            || length is null
            || !int.TryParse(length.AsSpan(15).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || bytes.Length - end - 4 != size)
        {
            throw new IOException("What answers is no brain.");
        }

        return new(status, bytes[(end + 4)..]);
    }
}
