using System.Net;
using System.Net.Sockets;
using Kobe.Config;
using Kobe.Doctor;
using Kobe.Markets;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Port_ThatSomebodyHas_IsBad()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = ListenUrl.Read($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}").Value!;

        var finding = MachineFindings.Port(_folder.Path, [url]);

        Assert.Equal((Verdict.Bad, "port"), (finding.Verdict, finding.Name));
        Assert.Contains("--urls", finding.Mend);
    }

    [Fact]
    public void Port_ThatIsFree_IsOk() =>
        Assert.Equal(Verdict.Ok, MachineFindings.Port(_folder.Path, [ListenUrl.Read("http://127.0.0.1:0").Value!]).Verdict);

    [Fact]
    public void Permissions_OfAnOpenDirectory_AreMended()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        }

        var finding = MachineFindings.Permissions(_folder.Path);

        Assert.Equal((Verdict.Warning, $"chmod go= {_folder.Path}"), (finding.Verdict, finding.Mend));
    }

    [Fact]
    public void Disk_HasRoom_OrSaysHowMuch() => Assert.Contains("MiB are free", MachineFindings.Disk(_folder.At("to", "come")).Words);

    [Fact]
    public void Zone_SaysTodaysOffset()
    {
        var zone = new MachineZones().Find("America/New_York")!;

        Assert.Equal("America/New_York, today -05:00", MachineFindings.Zone(zone, new SteppedTime(SteppedTime.Monday)).Words);
    }

    [Fact]
    public void KillSwitch_IsSeen()
    {
        Assert.Equal(Verdict.Ok, SetupFindings.Trading(_folder.Path).Verdict);
        _folder.Write("KILL_SWITCH", "");
        Assert.Contains("kobe activate", SetupFindings.Trading(_folder.Path).Mend);
    }

    [Fact]
    public void Plugins_ThatAreMissing_AreBad() =>
        Assert.Equal(Verdict.Bad, SetupFindings.Plugins(new("state", "schedule", _folder.At("none"))).Verdict);
}
