using Kobe.CommandLine;
using Kobe.Operation;
using Kobe.Tests.Brain;
using Kobe.Tests.Web;
using Kobe.Views;

namespace Kobe.Tests.CommandLine;

public sealed class FoundStatusTests : IDisposable
{
    private readonly RunningWeb _web = new();

    public void Dispose() => _web.Dispose();

    [Fact]
    public void Find_AsksTheRunningBrain()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        new BrainFile(4711, _web.Web.Urls[0], _web.Time.GetUtcNow()).Write(_web.Folder.Path);
        using var held = SingleInstanceLock.Take(_web.Folder.Path, 4711);
        using var found = FoundStatus.Find(_web.Folder.Path);

        Assert.Null(found.Trouble);
        Assert.True(found.Document.RootElement.GetProperty("running").GetBoolean());
        var sheet = Text(StatusSheet.Of(found.Document.RootElement));
        Assert.Contains("brain: running, pid 4711", sheet, StringComparison.Ordinal);
        Assert.Contains("today: planned 3, succeeded 1, pending 2", sheet, StringComparison.Ordinal);
        Assert.Contains("waits for bars.daily", sheet, StringComparison.Ordinal);
        Assert.Contains("the feed said no", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SendsNoToken_WhenNobodyHoldsTheLock()
    {
        // Something answers at the address that a brain left behind: it is not the brain.
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        new BrainFile(4711, _web.Web.Urls[0], _web.Time.GetUtcNow()).Write(_web.Folder.Path);
        SingleInstanceLock.Take(_web.Folder.Path, 4711).Dispose();
        using var found = FoundStatus.Find(_web.Folder.Path);

        Assert.StartsWith("No brain runs.", found.Trouble);
        Assert.False(found.Document.RootElement.GetProperty("running").GetBoolean());
    }

    [Fact]
    public void Find_ReadsTheViews_WhenNobodyAnswers()
    {
        _web.Board.Publish(Snapshots.Busy(_web.Time));
        new ViewWriter(_web.Folder.Path, _web.Board, _web.Log).WriteChanged();
        _web.Pulse.Beat();
        new BrainFile(4711, _web.Web.Urls[0], _web.Time.GetUtcNow()).Write(_web.Folder.Path);
        _web.Web.Dispose();
        using var held = SingleInstanceLock.Take(_web.Folder.Path, 4711);
        using var found = FoundStatus.Find(_web.Folder.Path);

        Assert.StartsWith("The brain with pid 4711 does not answer", found.Trouble);
        var status = found.Document.RootElement;
        Assert.False(status.GetProperty("running").GetBoolean());
        Assert.Equal("2026-11-23T09:45:00-05:00", status.GetProperty("lastHeartbeat").GetString());
        Assert.Equal(3, status.GetProperty("today").GetProperty("planned").GetInt32());
        Assert.Equal("load@2026-11-23T09:40", status.GetProperty("queue")[0].GetProperty("key").GetString());
        Assert.Contains("brain: not running", Text(StatusSheet.Of(status)), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SaysThatNoBrainRanHere_AndMakesNoDirectory()
    {
        var absent = _web.Folder.At("absent");
        using var found = FoundStatus.Find(absent);

        Assert.StartsWith("No brain ran here", found.Trouble);
        Assert.False(Directory.Exists(absent));
    }

    [Theory]
    [InlineData("{\"pid\":1,\"url\":\"https://evil.example\",\"started\":\"2026-11-20T00:00:00Z\"}")]
    [InlineData("{\"pid\":\"1\",\"url\":\"http://127.0.0.1:1\",\"started\":\"2026-11-20T00:00:00Z\"}")]
    [InlineData("{\"pid\":1}")]
    [InlineData("[]")]
    [InlineData("{")]
    public void BrainFile_IsReadWithoutTrust(string text)
    {
        _web.Folder.Write(BrainFile.FileName, text);

        Assert.Null(BrainFile.Read(_web.Folder.Path));
    }

    private static string Text(Sheet sheet) =>
        string.Join("\n", sheet.Lines.Select(line => $"{line.Label}: {line.Text}"));
}
