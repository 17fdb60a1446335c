using System.Text;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;
using Kobe.Testing;

namespace Kobe.Tests.Journals;

/// <summary>What a crash can leave is mended; what it cannot leave is refused, with the line, and left alone.</summary>
public class JournalDamageTests
{
    private const string File = "2026-11-20.jsonl";
    private static readonly DateTimeOffset At = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<RunEvent> Sample =
        [.. Histories.Of(5, 40).Select(what => what with { At = At })];
    private static readonly byte[] Whole = Written(Sample);

    [Fact]
    public void File_CutAtAnyByte_LosesAtMostTheTornLine()
    {
        var few = Written(Sample.Take(12));
        for (var length = 0; length <= few.Length; length++)
        {
            var lines = few.AsSpan(0, length).Count((byte)'\n');
            var medium = Holding(few.AsSpan(0, length));
            using var opened = Opening.Of(Store(medium));

            Assert.Equal(lines, opened.Journal.LastSeq);
            Assert.Equal(length == 0 || few[length - 1] == '\n', opened.Opened.Torn is null);
            opened.Write([Sample[lines]]);
            Assert.Equal(lines + 1, Store(medium).Open().Journal.LastSeq);
        }
    }

    [Fact]
    public void File_CutAtAnyByteOfRoomWrittenAhead_LosesAtMostTheTornLine()
    {
        for (var length = 0; length < Whole.Length; length += 7)
        {
            var lines = Whole.AsSpan(0, length).Count((byte)'\n');
            var medium = Holding([.. Whole.AsSpan(0, length), .. Enumerable.Repeat((byte)'\n', 300)]);
            using var opened = Opening.Of(Store(medium));

            // Cut just before its line feed, a line gets that back from the blank line behind it.
            Assert.InRange(opened.Journal.LastSeq, lines, Whole[length] == '\n' ? lines + 1 : lines);
        }
    }

    [Fact]
    public void File_WithAnyBitFlipped_IsRefused_OrLosesOnlyItsLastLine()
    {
        for (var bit = 0; bit < Whole.Length * 8; bit += 13)
        {
            var damaged = Whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            var line = Whole.AsSpan(0, bit / 8).Count((byte)'\n') + 1;
            var medium = Holding(damaged);
            if (line == Sample.Count)
            {
                using var opened = Opening.Of(Store(medium));
                Assert.Equal(Sample.Count - 1, opened.Journal.LastSeq);
                continue;
            }

            var refused = Assert.Throws<JournalCorruptException>(() => Store(medium).Open()).Diagnostic;
            Assert.Equal((JournalCodes.BadLine, line), (refused.Code, refused.Line));
            Assert.Equal($"journal/{File}", refused.File);
            Assert.Equal(damaged, Content(medium, File));
        }
    }

    [Theory]
    // what is done to five whole lines                      line  code
    [InlineData("a line taken out", 3, JournalCodes.Gap)]
    [InlineData("a line doubled", 4, JournalCodes.Gap)]
    [InlineData("a blank line between", 3, JournalCodes.BadLine)]
    [InlineData("two lines broken at the end", 4, JournalCodes.BadLine)]
    [InlineData("the first line taken out", 1, JournalCodes.NoBeginning)]
    [InlineData("an unknown event", 6, JournalCodes.Unreadable)]
    [InlineData("an impossible event", 6, JournalCodes.Impossible)]
    public void File_ThatNoCrashLeaves_IsRefused(string what, int line, string code)
    {
        var lines = Encoding.UTF8.GetString(Whole).Split('\n')[..5];
        var damaged = what switch
        {
            "a line taken out" => [.. lines[..2], .. lines[3..]],
            "a line doubled" => [.. lines[..3], lines[2], .. lines[3..]],
            "a blank line between" => [.. lines[..2], "", .. lines[2..]],
            "two lines broken at the end" => [.. lines[..3], lines[3][1..], lines[4][1..]],
            "the first line taken out" => lines[1..],
            "an unknown event" => [.. lines, Framed("{\"seq\":6,\"at\":\"2026-11-20T14:00:00Z\",\"e\":\"sang\"}")],
            _ => (string[])[.. lines, Framed("{\"seq\":6,\"at\":\"2026-11-20T14:00:00Z\",\"e\":\"started\"," +
                "\"key\":\"x@2026-11-20/1\",\"start\":1,\"attempt\":1}")],
        };
        var medium = Holding(Encoding.UTF8.GetBytes(string.Join('\n', damaged) + '\n'));

        var refused = Assert.Throws<JournalCorruptException>(() => Store(medium).Open()).Diagnostic;

        Assert.Equal((code, line), (refused.Code, refused.Line));
    }

    [Fact]
    public void OlderFile_WithATornEnd_IsRefused()
    {
        var medium = new MemoryJournalMedium();
        using (var opened = Opening.Of(Store(medium)))
        {
            opened.Write(JournalConformance.Days(0, 3));
        }

        var first = medium.List()[0];
        var content = Content(medium, first);
        medium.Replace(first, content.AsSpan(0, content.Length - 5));

        var refused = Assert.Throws<JournalCorruptException>(() => Store(medium).Open()).Diagnostic;
        Assert.Equal((JournalCodes.BadEnd, 4), (refused.Code, refused.Line));
    }

    [Fact]
    public void OverlongGarbageAtTheEnd_IsCut()
    {
        var medium = Holding([.. Whole, .. new byte[700_000]]);

        using var opened = Opening.Of(Store(medium));

        Assert.Equal(Sample.Count, opened.Journal.LastSeq);
        Assert.Equal(700_000, opened.Opened.Torn!.Bytes);
        Assert.Equal(Whole, Content(medium, File));
    }

    [Fact]
    public void OverlongGarbageBeforeAGoodLine_IsRefused()
    {
        var lines = Encoding.UTF8.GetString(Whole).Split('\n');
        var text = lines[0] + '\n' + new string('x', 700_000) + '\n' + lines[1] + '\n';

        var refused = Assert.Throws<JournalCorruptException>(() => Store(Holding(Encoding.UTF8.GetBytes(text))).Open());

        Assert.Equal(2, refused.Diagnostic.Line);
    }

    [Fact]
    public void PowerLoss_AtAnyWrite_LeavesAPrefixOfTheEvents()
    {
        for (var kept = 0; kept < 60; kept++)
        {
            var medium = new MemoryJournalMedium();
            var opened = Opening.Of(Store(medium));
            opened.Write(Sample.Take(7));
            opened.Write(Sample.Skip(7), sync: false);
            medium.Crash(kept / 3, bytesTorn: kept % 3 * 40);

            using var again = Opening.Of(Store(medium));

            Assert.InRange(again.Journal.LastSeq, 7, Sample.Count);
            Assert.Equal(Histories.Fold(Sample.Take((int)again.Journal.LastSeq)).Digest(), again.Ledger.Digest());
        }
    }

    // What is read at a start is acted on: a power loss right after it must not take it back.
    [Fact]
    public void Opening_MakesDurableWhatAKilledBrainWrote()
    {
        var medium = new MemoryJournalMedium();
        Opening.Of(Store(medium)).Write(Sample.Take(7), sync: false);
        medium.Kill();
        Assert.Equal(7, Opening.Of(Store(medium)).Journal.LastSeq);
        medium.Crash();

        using var again = Opening.Of(Store(medium));
        Assert.Equal(7, again.Journal.LastSeq);
    }

    // Pages may reach the disk in any order; a good line behind a lost one would be a refusal to start.
    [Fact]
    public void Unsynced_LinesNeverReachIntoAThirdPage()
    {
        var medium = new MemoryJournalMedium();
        var faulty = new FaultyMedium(medium);
        var (written, syncedAt, reach) = (0L, 0L, 0L);
        faulty.Fault = operation =>
        {
            syncedAt = operation == MediumOperation.Sync ? written : syncedAt;
            return 0;
        };
        using var opened = Opening.Of(new FileJournalStore(faulty, new JournalOptions(0)));
        foreach (var what in Histories.Of(8, 400).Select(what => what with { At = At }))
        {
            opened.Journal.Append(what);
            reach = Math.Max(reach, (written / 4096) - (syncedAt / 4096));
            written = Content(medium, File).Length;
        }

        Assert.True(written > 40_000);
        Assert.InRange(reach, 0, 1);
    }

    [Fact]
    public void FullDisk_MidLine_IsCutBeforeTheNextLine()
    {
        for (var room = 0L; room < 600; room++)
        {
            var medium = new MemoryJournalMedium();
            var faulty = new FaultyMedium(medium);
            using (var opened = Opening.Of(new FileJournalStore(faulty, JournalOptions.Default)))
            {
                opened.Write(Sample.Take(3));
                faulty.SpaceLeft = room;
                var full = Fill(opened);
                faulty.SpaceLeft = 1_000_000;
                opened.Write(Sample.Skip(full));
            }

            using var again = Opening.Of(Store(medium));
            Assert.Null(again.Opened.Torn);
            Assert.Equal(Sample, again.Journal.Read(1).Select(entry => entry.Event));
        }
    }

    [Fact]
    public void FullDisk_AtTheDaysTurn_GoesOnInTheOldFile()
    {
        var medium = new MemoryJournalMedium();
        var faulty = new FaultyMedium(medium);
        using var opened = Opening.Of(new FileJournalStore(faulty, JournalOptions.Default));
        opened.Write(JournalConformance.Days(0, 1));
        faulty.SpaceLeft = 0;

        Assert.True(Assert.Throws<JournalWriteException>(
            () => opened.Journal.Append(JournalConformance.Days(1, 1).First())).Retryable);

        Assert.Single(medium.List());
        faulty.SpaceLeft = null;
        opened.Write(JournalConformance.Days(1, 1));
        Assert.Equal(2, medium.List().Count);
    }

    [Fact]
    public void TornLine_ThatCannotBeCut_EndsTheJournal()
    {
        var faulty = new FaultyMedium(new MemoryJournalMedium());
        using var opened = Opening.Of(new FileJournalStore(faulty, new JournalOptions(0)));
        opened.Write(Sample.Take(3));
        faulty.SpaceLeft = 20;
        faulty.Fault = operation => operation == MediumOperation.Truncate ? Posix.InputOutput : 0;

        Assert.False(Assert.Throws<JournalWriteException>(() => opened.Journal.Append(Sample[3])).Retryable);

        Assert.Equal(JournalState.Failed, opened.Journal.State);
        faulty.Fault = null;
        faulty.SpaceLeft = null;
        Assert.Equal(3, Store(faulty).Open().Journal.LastSeq);
    }

    private static int Fill(Opening opened)
    {
        for (var next = 3; next < Sample.Count; next++)
        {
            try
            {
                opened.Ledger.Apply(opened.Journal.Append(Sample[next]), Sample[next]);
                opened.Journal.Sync();
            }
            catch (JournalWriteException full)
            {
                Assert.True(full.Retryable);
                return next;
            }
        }

        return Sample.Count;
    }

    private static FileJournalStore Store(IJournalMedium medium) => new(medium, JournalOptions.Default);

    private static MemoryJournalMedium Holding(ReadOnlySpan<byte> content)
    {
        var medium = new MemoryJournalMedium();
        medium.Replace(File, content);
        return medium;
    }

    private static byte[] Content(MemoryJournalMedium medium, string name)
    {
        using var file = medium.OpenToRead(name);
        var content = new byte[file.Length];
        file.Read(0, content);
        return content;
    }

    private static byte[] Written(IEnumerable<RunEvent> events)
    {
        using var line = new JournalLine();
        return [.. events.Index().SelectMany(item => line.Write(item.Index + 1, item.Item).ToArray())];
    }

    private static string Framed(string text) =>
        $"{text[..^1]},\"crc\":\"{Crc32C.Of(Encoding.UTF8.GetBytes(text[..^1])):x8}\"}}";
}
