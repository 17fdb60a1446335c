using System.Buffers.Text;
using System.Text;
using Kobe.Config;
using Kobe.Web;

namespace Kobe.Operation;

/// <summary>Asks the running brain over HTTP.</summary>
/// <remarks>
/// By hand: the class library's client takes longer to load than the brain to answer, and what the brain sends is
/// known: one answer with its length.
/// </remarks>
internal static class BrainClient
{
    private const int BytesMax = 16 * 1024 * 1024;
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(3);

    /// <summary>A document of the brain, by the token for reading.</summary>
    /// <param name="brain">The brain.</param>
    /// <param name="state">Its state directory, which has the token.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="limit">How long it may take; 3 s when nothing is said.</param>
    /// <exception cref="IOException">It does not answer, or something else answers.</exception>
    /// <exception cref="UnauthorizedAccessException">The token is another's to read.</exception>
    public static BrainAnswer Get(BrainFile brain, string state, string path, TimeSpan? limit = null) =>
        Ask(brain.Url, "GET " + path, Token(state, ApiTokens.ReadFile), null, [], limit);

    /// <summary>Has the brain change something, by the token for control.</summary>
    /// <param name="brain">The brain.</param>
    /// <param name="state">Its state directory, which has the token.</param>
    /// <param name="path">What is changed.</param>
    /// <param name="key">Names this call: sent twice it is done once.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="limit">How long it may take.</param>
    /// <exception cref="IOException">It does not answer, or something else answers.</exception>
    /// <exception cref="UnauthorizedAccessException">The token is another's to read.</exception>
    public static BrainAnswer Post(
        BrainFile brain, string state, string path, string key, ReadOnlySpan<byte> body, TimeSpan limit) =>
        Ask(brain.Url, "POST " + path, Token(state, ApiTokens.ControlFile), key, body, limit);

    // The names are constants of the compiler's: nothing of the web server is loaded for them.
    private static string Token(string state, string file) => File.ReadAllText(Path.Combine(state, file)).Trim();

    private static BrainAnswer Ask(
        string url, string what, string token, string? key, ReadOnlySpan<byte> body, TimeSpan? limit)
    {
        var to = ListenUrl.Read(url).Value ?? throw new IOException($"'{url}' is no address.");
        var more = key is null
            ? ""
            : $"Idempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n";
        var head = Encoding.ASCII.GetBytes($"{what} HTTP/1.1\r\nHost: {to.Host}:{to.Port}\r\n"
            + $"Authorization: Bearer {token}\r\nAccept: application/json\r\nConnection: close\r\n{more}\r\n");
        var request = new byte[head.Length + body.Length];
        head.CopyTo(request, 0);
        body.CopyTo(request.AsSpan(head.Length));
        using var socket = PlainSocket.Connect(AddressOf(to), to.Port, limit ?? UsualLimit);
        socket.Send(request);
        return Parse(ReadAll(socket));
    }

    // Nearly always loopback, which need not be parsed: the class library's parser is compiled when first used.
    private static byte[] AddressOf(ListenUrl to) => to.Host is "localhost" or ListenUrl.Loopback
        ? [127, 0, 0, 1]
        : to.Address!.GetAddressBytes();

    private static byte[] ReadAll(PlainSocket socket)
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
        ReadOnlySpan<byte> all = bytes;
        var end = all.IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? default : all[..(end + 2)];
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[9..], out int status, out _) || at < 0
            || !Utf8Parser.TryParse(head[(at + 18)..], out int size, out _) || all.Length - end - 4 != size)
        {
            throw new IOException("What answers is no brain.");
        }

        return new(status, bytes[(end + 4)..]);
    }
}
