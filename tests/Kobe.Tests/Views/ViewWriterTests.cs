using System.Text.Json;
using Kobe.Brain;
using Kobe.Logging;
using Kobe.Tests.Brain;
using Kobe.Tests.Logging;
using Kobe.Tests.Operation;
using Kobe.Views;

namespace Kobe.Tests.Views;

public sealed class ViewWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new(SteppedTime.Monday);
    private readonly FullDisk _disk = new();
    private readonly ListSink _sink = new();
    private readonly Log _log;
    private readonly BrainBoard _board;

    public ViewWriterTests()
    {
        _log = new(LogLevel.Debug, _time, new(), ("list", _sink));
        _board = new(_time);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Views_ShowWhatTheBrainKnows()
    {
        _board.Publish(Snapshots.Busy(_time));
        Writer().WriteChanged();

        var load = Document("scheduler_state.json").GetProperty("tasks").GetProperty("load");
        Assert.Equal("failed", load.GetProperty("lastResult").GetString());
        var first = Document("task_queue.json").GetProperty("queue")[0];
        Assert.Equal("bars.daily", first.GetProperty("waitingFor").GetString());
        Assert.Equal(3, Document("brain_state.json").GetProperty("today").GetProperty("planned").GetInt32());
        var discovery = Document("discoveries.json").GetProperty("discoveries")[0];
        Assert.Equal("ABC", discovery.GetProperty("value").GetProperty("symbol").GetString());
        var fact = Document("facts", "bars.daily.json");
        Assert.Equal(500, fact.GetProperty("value").GetProperty("count").GetInt32());
        Assert.Equal("load@2026-11-23T09:30", fact.GetProperty("by").GetString());
        Assert.All(Directory.GetFiles(_folder.Path), file => Assert.True(IsPrivate(file), file));
    }

    [Fact]
    public void Views_AreWritten_OnlyWhenTheyChanged()
    {
        var writer = Writer();
        var busy = Snapshots.Busy(_time);
        _board.Publish(busy);
        writer.WriteChanged();
        _disk.Written.Clear();

        for (var turn = 1; turn <= 30; turn++)
        {
            _board.Publish(busy with { Cycles = busy.Cycles + turn, Queue = [.. busy.Queue] });
            writer.WriteChanged();
        }

        Assert.Empty(_disk.Written);
        _board.Publish(busy with { QueueCount = 0, Queue = [] });
        writer.WriteChanged();
        Assert.Equal(["task_queue.json"], _disk.Written);
        _disk.Written.Clear();
        _time.Pass(TimeSpan.FromMinutes(1));
        _board.Publish(busy with { QueueCount = 0, Queue = [], At = _time.GetUtcNow() });
        writer.WriteChanged();
        Assert.Equal(["brain_state.json"], _disk.Written);
    }

    [Fact]
    public void FullDisk_LeavesTheOldViews_AndTheyCatchUp()
    {
        var writer = Writer();
        _board.Publish(Snapshots.Quiet(_time));
        writer.WriteChanged();
        var old = _folder.Read("task_queue.json");
        _disk.IsFull = true;
        _board.Publish(Snapshots.Busy(_time));
        writer.WriteChanged();
        writer.WriteChanged();

        Assert.Equal(old, _folder.Read("task_queue.json"));
        _disk.IsFull = false;
        writer.WriteChanged();
        Assert.Contains("load@2026-11-23T09:40", _folder.Read("task_queue.json"), StringComparison.Ordinal);
        _log.Dispose();
        Assert.Single(_sink.Entries,
            entry => entry.Message.StartsWith("task_queue.json can't", StringComparison.Ordinal));
    }

    [Fact]
    public void DiscoveryLog_HoldsEachFindingOnce_AcrossRestarts()
    {
        var first = Snapshots.Busy(_time);
        _board.Publish(first);
        Writer().WriteChanged();
        Writer().WriteChanged(); // As after a restart: nothing is remembered.
        var by = Snapshots.Key("scan@2026-11-23T09:35");
        _board.Publish(first with
        {
            Records = first.Records with
            {
                Discoveries =
                [
                    .. first.Records.Discoveries,
                    new(_time.GetUtcNow(), by, Snapshots.Json("""{"symbol":"DEF"}""")),
                    new(_time.GetUtcNow(), by, Snapshots.Json("""{"symbol":"GHI"}""")),
                ],
            },
        });
        File.AppendAllText(_folder.At("discoveries.log"), "{\"" + new string('x', 5_000)); // As a crash leaves it.
        Writer().WriteChanged();

        var lines = _folder.Read("discoveries.log").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["ABC", "DEF", "GHI"], lines.Select(line =>
            JsonDocument.Parse(line).RootElement.GetProperty("value").GetProperty("symbol").GetString()));
    }

    [Fact]
    public void NoView_EverShowsASecret()
    {
        const string Canary = "canary-0123456789";
        _log.Redaction.Hide(Canary);
        _log.Redaction.Hide("123456789");
        var busy = Snapshots.Busy(_time);
        var by = Snapshots.Key("load@2026-11-23T09:30");
        _board.Publish(busy with
        {
            LastErrors = [new("load@2026-11-23T09:30", $"GET /?token={Canary}", _time.GetUtcNow())],
            Records = new(
                [new("load", null, null, null, null, null, 0, $"it said {Canary}", null)],
                [
                    new("a", Snapshots.Json($"\"{Canary}\""), _time.GetUtcNow(), by),
                    new("b", Snapshots.Json("123456789"), _time.GetUtcNow(), by),
                ],
                [new(_time.GetUtcNow(), by, Snapshots.Json($$"""{"found":"{{Canary}}"}"""))]),
        });
        Writer().WriteChanged();

        Assert.All(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories), file =>
        {
            Assert.DoesNotContain("canary", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain("123456789", File.ReadAllText(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Thread_WritesByItself_AndALastTimeAtItsEnd()
    {
        using var written = new ManualResetEventSlim();
        var writer = new ViewWriter(_folder.Path, _board, _log, (path, content) =>
        {
            _disk.Replace(path, content);
            written.Set();
        });
        _board.Publish(Snapshots.Quiet(_time));
        var thread = new SteadyThread("views", writer.WriteChanged, _log);
        Assert.True(written.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        _board.Publish(Snapshots.Busy(_time));
        thread.Dispose();

        Assert.Contains("load@2026-11-23T09:40", _folder.Read("task_queue.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void ADirectoryThatTheDiskRefusedToSync_IsOwedToTheNextLook()
    {
        var (full, synced) = (true, new List<string>());
        var writer = new ViewWriter(_folder.Path, _board, _log, _disk.Replace, directory =>
        {
            _ = full ? throw new IOException("No space left on device") : 0;
            synced.Add(directory);
        });
        _board.Publish(Snapshots.Quiet(_time));
        writer.WriteChanged();
        full = false;
        writer.WriteChanged();
        writer.WriteChanged();

        Assert.Equal([_folder.Path], synced);
    }

    private ViewWriter Writer() => new(_folder.Path, _board, _log, _disk.Replace);

    private JsonElement Document(params string[] file)
    {
        using var document = JsonDocument.Parse(_folder.Read(file));
        return document.RootElement.Clone();
    }

    private static bool IsPrivate(string file) => OperatingSystem.IsWindows()
        || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
