using System.Net.Sockets;
using System.Text;
using Kobe.Operation;

namespace Kobe.Tests.Operation;

public sealed class ServiceNotifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(SteppedTime.Monday);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("path")]
    [InlineData("abstract")]
    public void Manager_Hears_ReadyTurnsAndStopping(string kind)
    {
        var name = kind == "path" ? _folder.At("notify") : $"@{_folder.Path}";
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.ReceiveTimeout = 30_000;
        manager.Bind(new UnixDomainSocketEndPoint(name[0] == '@' ? "\0" + name[1..] : name));
        using var service = Service(("NOTIFY_SOCKET", name), ("WATCHDOG_USEC", "30000000"), ("WATCHDOG_PID", "7"));

        service.Ready("463 tasks\nREADY=0");
        Assert.Equal("READY=1\nSTATUS=463 tasks READY=0", Heard(manager));
        service.Turned(); // Too soon: nothing is sent.
        _time.Pass(TimeSpan.FromSeconds(10));
        service.Turned();
        Assert.Equal("WATCHDOG=1", Heard(manager));
        service.Stopping();
        Assert.Equal("STOPPING=1", Heard(manager));
    }

    [Fact]
    public void Service_TakesNoHarm_WithoutAManager()
    {
        using var alone = Service();
        alone.Ready("");
        alone.Turned();
        using var deserted = Service(("NOTIFY_SOCKET", _folder.At("absent")), ("WATCHDOG_USEC", "1"));
        _time.Pass(TimeSpan.FromSeconds(1));
        deserted.Ready("");
        deserted.Turned();
        deserted.Stopping();
    }

    private ServiceNotifier Service(params (string Name, string Value)[] environment) =>
        new(environment.ToDictionary(one => one.Name, one => one.Value), 7, _time);

    private static string Heard(Socket manager)
    {
        var bytes = new byte[256];
        return Encoding.UTF8.GetString(bytes, 0, manager.Receive(bytes));
    }
}
