using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Testing;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Control;

/// <summary>The record is not read again while it stays as it is; any change of it is seen at the next look.</summary>
public sealed class TradingSwitchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(SteppedTime.Monday);
    private readonly TradingSwitch _files;

    public TradingSwitchTests() => _files = new(_folder.Path, Zones.NewYork, _time);

    public static TheoryData<string, Action<string>> Changes => new()
    {
        { "written over in place, as long as before", path => File.WriteAllText(path, Record("HALTED")) },
        { "another file under its name", path => File.Move(Beside(path), path, overwrite: true) },
        { "cut off", path => File.WriteAllText(path, "{") },
        { "gone and KILL_SWITCH there", path => File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, TradingSwitch.KillFile)) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Read_SeesAChange_HoweverOftenItLookedBefore(string how, Action<string> change)
    {
        var path = _folder.Write(TradingSwitch.RecordFile, Record("ACTIVE"));
        _folder.Write("other", Record("HALTED"));
        for (var look = 0; look < 5; look++)
        {
            Assert.Equal(TradingState.ACTIVE, _files.Read().State);
            _time.Pass(TimeSpan.FromMilliseconds(60));
        }

        change(path);
        Assert.True(_files.Read().State == TradingState.HALTED, how);
    }

    [Fact]
    public void Read_KeepsTheRecord_OnlyWhenItHasSettled()
    {
        _folder.Write(TradingSwitch.RecordFile, Record("ACTIVE"));
        var (first, second) = (_files.Read().Record, _files.Read().Record);
        _time.Pass(TimeSpan.FromMilliseconds(101));
        var (third, fourth) = (_files.Read().Record, _files.Read().Record);

        Assert.NotSame(first, second);
        Assert.NotSame(second, third);
        Assert.Same(third, fourth);
    }

    [Fact]
    public void Read_FollowsALink_EachTime()
    {
        var target = _folder.Write("target.json", Record("ACTIVE"));
        File.CreateSymbolicLink(_folder.At(TradingSwitch.RecordFile), target);
        for (var look = 0; look < 5; look++)
        {
            Assert.Equal(TradingState.ACTIVE, _files.Read().State);
            _time.Pass(TimeSpan.FromMilliseconds(60));
        }

        File.WriteAllText(target, Record("HALTED"));
        Assert.Equal(TradingState.HALTED, _files.Read().State);
    }

    public void Dispose() => _folder.Dispose();

    private static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path)!, "other");

    private static string Record(string state) =>
        $"{{\"state\":\"{state}\",\"exitsApproved\":false,\"at\":\"2026-11-20T13:00:00Z\",\"by\":\"ann\",\"reason\":\"odd\"}}";
}
