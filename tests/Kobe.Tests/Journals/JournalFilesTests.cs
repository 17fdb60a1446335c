using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Testing;

namespace Kobe.Tests.Journals;

/// <summary>Which file a line goes to, and which checkpoint is believed.</summary>
public class JournalFilesTests
{
    private readonly MemoryJournalMedium _medium = new();

    private FileJournalStore Store => new(_medium, JournalOptions.Default);

    [Fact]
    public void File_IsNamedByTheDateOfItsFirstLine()
    {
        using var opened = Opening.Of(Store);
        opened.Write(JournalConformance.Days(0, 2));

        Assert.Equal(["2026-01-01.jsonl", "2026-01-02.jsonl"], _medium.List());
    }

    [Fact]
    public void ClockBackADay_GoesOnInTheNewestFile()
    {
        var at = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        using (var opened = Opening.Of(Store))
        {
            opened.Write([new RunEvent.Stopped(at.AddDays(-1), "a"), new RunEvent.Stopped(at, "b")]);
            opened.Write([new RunEvent.Stopped(at.AddDays(-1), "c")]);
        }

        using (var again = Opening.Of(Store))
        {
            again.Write([new RunEvent.Stopped(at.AddDays(-5), "d"), new RunEvent.Stopped(at.AddDays(1), "e")]);
        }

        Assert.Equal(["2026-03-01.jsonl", "2026-03-02.jsonl", "2026-03-03.jsonl"], _medium.List());
        Assert.Equal(["a", "b", "c", "d", "e"], JournalReader.Read(_medium, 1).Select(Reason));
        Assert.Equal("d", Reason(JournalReader.Read(_medium, 4).First()));
        Assert.Equal([1L, 2L, 5L], DayFile.InOrder(_medium).Select(file => file.FirstSeq));

        static string Reason(JournalEntry entry) => ((RunEvent.Stopped)entry.Event).Reason;
    }

    [Fact]
    public void Crash_BetweenTheNewFileAndItsFirstLine_IsNoDamage()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(JournalConformance.Days(0, 1));
        }

        _medium.Create("2026-01-02.jsonl");
        using (var again = Opening.Of(Store))
        {
            Assert.Equal(4, again.Journal.LastSeq);
            again.Write(JournalConformance.Days(1, 1));
        }

        Assert.Equal(8, JournalReader.Read(_medium, 1).Count());
    }

    [Theory]
    // what is wrong with the newest checkpoint, and which is taken
    [InlineData("nothing", 20)]
    [InlineData("a byte of the ledger", 10)]
    [InlineData("half of it", 10)]
    [InlineData("its name", 10)]
    [InlineData("another version", 10)]
    [InlineData("another journal's", 10)]
    [InlineData("empty", 10)]
    [InlineData("the journal ends before it", 10)]
    public void Checkpoint_ThatDoesNotMatch_IsPassedOver(string wrong, int taken)
    {
        var sample = Histories.Of(4, 30);
        using (var opened = Opening.Of(Store))
        {
            opened.Write(sample.Take(10));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Write(sample.Skip(10).Take(10));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Write(sample.Skip(20));
        }

        Spoil(wrong);
        using var again = Opening.Of(Store);

        Assert.Equal(taken, again.Opened.Checkpoint);
        Assert.Equal(taken == 20 ? 0 : 1, again.Opened.Notes.Count);
        Assert.Equal(Histories.Fold(sample).Digest(), again.Ledger.Digest());
    }

    [Fact]
    public void Checkpoints_TwoAreKept()
    {
        using var opened = Opening.Of(Store);
        for (var day = 0; day < 5; day++)
        {
            opened.Write(JournalConformance.Days(day, 1));
            opened.Journal.Checkpoint(opened.Ledger);
        }

        Assert.Equal(
            ["checkpoint-16.json", "checkpoint-20.json"],
            _medium.List().Where(name => name.StartsWith("checkpoint", StringComparison.Ordinal)));
    }

    [Fact]
    public void Compacted_WithoutItsCheckpoints_IsRefused()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(JournalConformance.Days(0, 30));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Write(JournalConformance.Days(30, 1));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Journal.Compact(opened.Ledger, DateOnly.MaxValue);
        }

        foreach (var name in _medium.List().Where(name => name.StartsWith("checkpoint", StringComparison.Ordinal)))
        {
            _medium.Delete(name);
        }

        var refused = Assert.Throws<JournalCorruptException>(() => Store.Open()).Diagnostic;
        Assert.Equal(JournalCodes.NoBeginning, refused.Code);
    }

    [Fact]
    public void MissingFile_IsRefused()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(JournalConformance.Days(0, 3));
        }

        _medium.Delete("2026-01-02.jsonl");

        var refused = Assert.Throws<JournalCorruptException>(() => Store.Open()).Diagnostic;
        Assert.Equal((JournalCodes.Gap, "journal/2026-01-03.jsonl", 1), (refused.Code, refused.File, refused.Line));
    }

    [Fact]
    public void LeftoverOfAnUnfinishedReplace_IsDeleted()
    {
        _medium.Replace("checkpoint-7.json.tmp", "half"u8);

        Store.Open();

        Assert.Empty(_medium.List());
    }

    private void Spoil(string wrong)
    {
        const string Newest = "checkpoint-20.json";
        using var file = _medium.OpenToRead(Newest);
        var content = new byte[file.Length];
        file.Read(0, content);
        var text = System.Text.Encoding.UTF8.GetString(content);
        switch (wrong)
        {
            case "a byte of the ledger": content[^60] ^= 1; break;
            case "half of it": content = content[..(content.Length / 2)]; break;
            case "another version": content = Bytes(text.Replace("\"version\":1", "\"version\":2")); break;
            case "empty": content = []; break;
            case "another journal's":
                var crc = text.IndexOf("\"line_crc\":\"", StringComparison.Ordinal) + 12;
                content[crc] = content[crc] == '0' ? (byte)'1' : (byte)'0';
                break;
            case "its name":
                _medium.Delete(Newest);
                _medium.Replace("checkpoint-21.json", content);
                return;
            case "the journal ends before it":
                content = Bytes(text.Replace("\"seq\":20", "\"seq\":99"));
                _medium.Delete(Newest);
                var ledger = Histories.Fold(Histories.Of(4, 99));
                _medium.Replace("checkpoint-99.json", new CheckpointText(ledger, 1).Write());
                return;
            default: break;
        }

        _medium.Replace(Newest, content);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
