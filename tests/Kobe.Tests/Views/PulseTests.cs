using System.Text.Json;
using Kobe.Brain;
using Kobe.Logging;
using Kobe.Tests.Brain;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;
using Kobe.Views;

namespace Kobe.Tests.Views;

public sealed class PulseTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(SteppedTime.Monday);
    private readonly FullDisk _disk = new();
    private readonly ListSink _sink = new();
    private readonly Log _log;
    private readonly BrainBoard _board;
    private readonly Pulse _pulse;

    public PulseTests()
    {
        _log = new(LogLevel.Debug, _time, new(), ("list", _sink));
        _board = new(_time);
        _pulse = new(_board, _folder.At(Pulse.FileName), Interval, _log, _disk.Replace);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Heartbeat_HasTheMembersThatAreAgreed()
    {
        _board.Publish(Snapshots.Busy(_time));
        _time.Pass(TimeSpan.FromMilliseconds(120));
        _pulse.Beat();

        using var document = JsonDocument.Parse(_folder.Read(Pulse.FileName));
        Assert.Equal(
            [
                "timestamp", "alive", "cycles", "last_task", "mode", "phase", "queue", "overdue", "loop_age_ms", "pid",
                "version",
            ],
            document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-11-23T09:45:00-05:00", document.RootElement.GetProperty("timestamp").GetString());
        Assert.Equal("OPENING", document.RootElement.GetProperty("phase").GetString());
        Assert.Equal(120, document.RootElement.GetProperty("loop_age_ms").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("overdue").GetInt32());
    }

    [Fact]
    public void Beat_WritesNothing_BeforeTheFirstTurn()
    {
        _pulse.Beat();

        Assert.Empty(_disk.Written);
        Assert.Null(_pulse.Age);
    }

    [Theory]
    [InlineData("a quiet night", 12 * 60 * 60)]
    [InlineData("a run of five minutes", 300)]
    public void Beat_KeepsItsInterval_Through(string what, int seconds)
    {
        var oldest = TimeSpan.Zero;
        var quiet = Snapshots.Quiet(_time);
        for (var passed = 0; passed < seconds; passed++)
        {
            _board.Publish(quiet with { LoopTimestamp = _time.GetTimestamp() });
            _pulse.Beat();
            _time.Pass(TimeSpan.FromSeconds(1));
            oldest = _pulse.Age > oldest ? _pulse.Age!.Value : oldest;
        }

        Assert.True(oldest <= Interval, $"{what}: {oldest}");
        Assert.InRange(_disk.Written.Count, seconds / 30, (seconds / 27) + 1);
    }

    [Fact]
    public void Beat_StopsWithTheLoop_AndGoesOnWithIt()
    {
        _board.Publish(Snapshots.Quiet(_time));
        _pulse.Beat();
        for (var passed = 0; passed < 600; passed++)
        {
            _time.Pass(TimeSpan.FromSeconds(1));
            _pulse.Beat();
        }

        Assert.Single(_disk.Written);
        _board.Publish(Snapshots.Quiet(_time));
        _pulse.Beat();
        Assert.Equal(2, _disk.Written.Count);
        _log.Dispose();
        Assert.Single(_sink.Entries,
            entry => entry.Message.Contains("no heartbeat until it does", StringComparison.Ordinal));
    }

    [Fact]
    public void FullDisk_LeavesTheOldHeartbeat_AndIsAWarning()
    {
        _board.Publish(Snapshots.Quiet(_time));
        _pulse.Beat();
        var old = _folder.Read(Pulse.FileName);
        _disk.IsFull = true;
        for (var passed = 0; passed < 90; passed++)
        {
            _time.Pass(TimeSpan.FromSeconds(1));
            _board.Publish(Snapshots.Quiet(_time));
            _pulse.Beat();
        }

        Assert.Equal(old, _folder.Read(Pulse.FileName));
        Assert.Equal(TimeSpan.FromSeconds(90), _pulse.Age);
        _disk.IsFull = false;
        _pulse.Beat();
        Assert.Equal(TimeSpan.Zero, _pulse.Age);
        _log.Dispose();
        Assert.Single(_sink.Entries, entry => entry.Level == LogLevel.Warning);
    }

    [Theory]
    [InlineData(2_000)]
    public void Readers_NeverSeeATornHeartbeat(int reads) => ReadWhileWriting(reads);

    [Theory]
    [InlineData(100_000)]
    [Trait("long", "yes")]
    public void Readers_NeverSeeATornHeartbeat_InTheLongRun(int reads) => ReadWhileWriting(reads);

    private void ReadWhileWriting(int reads)
    {
        var pulse = new Pulse(_board, _folder.At(Pulse.FileName), TimeSpan.Zero, _log);
        _board.Publish(Snapshots.Quiet(_time));
        pulse.Beat();
        using var done = new ManualResetEventSlim();
        var beats = 0;
        var writer = new Thread(() =>
        {
            while (!done.IsSet)
            {
                pulse.Beat();
                Interlocked.Increment(ref beats);
            }
        });
        writer.Start();
        for (var read = 0; read < reads || Volatile.Read(ref beats) < reads / 40; read++)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(_folder.At(Pulse.FileName)));
            Assert.Equal("0.1.0", document.RootElement.GetProperty("version").GetString());
        }

        done.Set();
        writer.Join();
    }
}
