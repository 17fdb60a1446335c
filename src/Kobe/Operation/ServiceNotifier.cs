using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kobe.Operation;

/// <summary>Tells systemd how the service does (sd_notify(3)); outside of it nothing happens.</summary>
/// <remarks>The loop itself calls it, so that the watchdog sees the loop and not a timer. It never waits.</remarks>
internal sealed class ServiceNotifier : IDisposable
{
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _address;
    private readonly TimeProvider _time;
    private readonly TimeSpan? _interval;
    private long _pinged;

    /// <summary>Speaks to the manager that the environment names.</summary>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="pid">This process.</param>
    /// <param name="time">The clock.</param>
    public ServiceNotifier(IReadOnlyDictionary<string, string> environment, int pid, TimeProvider time)
    {
        _time = time;
        _pinged = time.GetTimestamp();
        if (environment.GetValueOrDefault("NOTIFY_SOCKET") is not { Length: > 1 } path || path[0] is not ('/' or '@'))
        {
            return;
        }

        // A name that begins with @ is not in the file system; the kernel writes it with a zero byte.
        _address = new(path[0] == '@' ? '\0' + path[1..] : path);
        _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
        _interval = IntervalOf(environment, pid);
    }

    /// <summary>The brain runs tasks now.</summary>
    public void Ready(string status) => Send($"READY=1\nSTATUS={status.ReplaceLineEndings(" ")}");

    /// <summary>The brain ends.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>The loop has turned: tells the watchdog, as often as it wants to know.</summary>
    public void Turned()
    {
        if (_interval is { } interval && _time.GetElapsedTime(_pinged) >= interval)
        {
            _pinged = _time.GetTimestamp();
            Send("WATCHDOG=1");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    // Three pings fit into the time after which systemd would act: one may get lost.
    private static TimeSpan? IntervalOf(IReadOnlyDictionary<string, string> environment, int pid)
    {
        var mine = environment.GetValueOrDefault("WATCHDOG_PID") is not { } named
            || named == pid.ToString(CultureInfo.InvariantCulture);
        return mine && long.TryParse(environment.GetValueOrDefault("WATCHDOG_USEC"), CultureInfo.InvariantCulture,
            out var microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds) / 3
            : null;
    }

    private void Send(string state)
    {
        try
        {
            _socket?.SendTo(Encoding.UTF8.GetBytes(state), _address!);
        }
        catch (SocketException)
        {
            // The manager went away or is full: it acts on missing pings by itself, and the brain needs it for nothing.
        }
    }
}
