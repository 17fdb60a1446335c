using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kobe.Operation;

/// <summary>A TCP connection by system calls: connect, send, receive, each within a time limit.</summary>
/// <remarks>
/// The class library's socket is made for servers: loading it and what it needs to wait without a thread takes a
/// command longer than the brain's answer.
/// </remarks>
internal sealed partial class PlainSocket : IDisposable
{
    // linux/socket.h, the same on x64 and arm64.
    private const int Internet = 2;
    private const int Internet6 = 10;
    private const int Stream = 1;
    private const int CloseOnExec = 0x80000;
    private const int SocketLevel = 1;
    private const int ReceiveTimeout = 20;
    private const int SendTimeout = 21;
    private const int NoSignal = 0x4000;
    private const int InProgress = 115;

    private readonly SafeFileHandle _handle;

    private PlainSocket(SafeFileHandle handle) => _handle = handle;

    /// <summary>Connects.</summary>
    /// <param name="address">To where: four bytes, or sixteen.</param>
    /// <param name="port">And to which port.</param>
    /// <param name="limit">How long connecting, sending and each receiving may take.</param>
    /// <exception cref="PosixException">It could not.</exception>
    public static unsafe PlainSocket Connect(ReadOnlySpan<byte> address, int port, TimeSpan limit)
    {
        Span<byte> target = stackalloc byte[28];
        var is6 = address.Length > 4;
        target[0] = (byte)(is6 ? Internet6 : Internet);
        target[2] = (byte)(port >> 8);
        target[3] = (byte)(port & 0xff);
        address.CopyTo(target[(is6 ? 8 : 4)..]);
        var handle = Open(is6 ? Internet6 : Internet, Stream | CloseOnExec, 0);
        var socket = handle.IsInvalid ? throw PosixException.Last("open a socket") : new PlainSocket(handle);
        try
        {
            // struct timeval: seconds and microseconds, a word each.
            var span = stackalloc long[2];
            span[0] = limit.Ticks / TimeSpan.TicksPerSecond;
            span[1] = limit.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
            fixed (byte* at = target)
            {
                if (Set(handle, SocketLevel, ReceiveTimeout, span, 16) != 0
                    || Set(handle, SocketLevel, SendTimeout, span, 16) != 0
                    || Connect(handle, at, is6 ? 28 : 16) != 0)
                {
                    throw Failure($"connect to port {port}");
                }
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends all of it.</summary>
    /// <exception cref="PosixException">It could not.</exception>
    public unsafe void Send(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var sent = 0; sent < bytes.Length;)
            {
                var now = Send(_handle, start + sent, bytes.Length - sent, NoSignal);
                sent += now > 0 ? (int)now : IsInterrupted(now) ? 0 : throw Failure("send");
            }
        }
    }

    /// <summary>Receives some; 0 when the other side has sent all.</summary>
    /// <exception cref="PosixException">It could not.</exception>
    public unsafe int Receive(Span<byte> into)
    {
        fixed (byte* start = into)
        {
            while (true)
            {
                var now = Receive(_handle, start, into.Length, 0);
                if (now >= 0)
                {
                    return (int)now;
                }

                if (!IsInterrupted(now))
                {
                    throw Failure("receive");
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static bool IsInterrupted(nint result) =>
        result < 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted;

    // What waits in vain ends with "in progress" or "try again"; people call that a timeout.
    private static PosixException Failure(string doing) =>
        Marshal.GetLastPInvokeError() is Posix.WouldBlock or InProgress
            ? new(110, doing)
            : PosixException.Last(doing);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial SafeFileHandle Open(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static unsafe partial int Connect(SafeFileHandle socket, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static unsafe partial int Set(SafeFileHandle socket, int level, int option, long* value, int length);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static unsafe partial nint Send(SafeFileHandle socket, byte* bytes, nint count, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static unsafe partial nint Receive(SafeFileHandle socket, byte* bytes, nint count, int flags);
}
