using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Runs;
using Kobe.Testing;

namespace Kobe.Core.Tests.Runs;

public class RunEventTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);
    private static readonly OccurrenceKey Key = OccurrenceKey.Parse("backup@2026-11-20T09:35");

    public static TheoryData<RunEvent, string> Texts => new()
    {
        { new RunEvent.Booted(At, 3, "0.1.0", 77), "'e':'booted','boot':3,'version':'0.1.0','pid':77" },
        { new RunEvent.Loaded(At, "ab", 463), "'e':'loaded','schedule':'ab','tasks':463" },
        { new RunEvent.Planned(At, At), "'e':'planned','watermark':'2026-11-20T14:35:00Z'" },
        { new RunEvent.ClockStepped(At, ClockStep.Back, TimeSpan.FromHours(1), 2),
            "'e':'clock_stepped','kind':'back','by_ms':3600000,'epoch':2" },
        { new RunEvent.Stopped(At, "SIGTERM"), "'e':'stopped','reason':'SIGTERM'" },
        { new RunEvent.Queued(At, Key, At, At, 3), "'e':'queued','key':'backup@2026-11-20T09:35'," +
            "'due':'2026-11-20T14:35:00Z','expires':'2026-11-20T14:35:00Z','priority':3" },
        { new RunEvent.Closed(At, Key, At, FinalState.Coalesced, "newer", Key with { Slot = "T10:35" }),
            "'e':'closed','key':'backup@2026-11-20T09:35','due':'2026-11-20T14:35:00Z','state':'coalesced'," +
            "'reason':'newer','into':'backup@2026-11-20T10:35'" },
        { new RunEvent.BulkMissed(At, "backup", Key.Date, 9, At, "beyond look_back"),
            "'e':'bulk_missed','task':'backup','date':'2026-11-20','count':9,'through':'2026-11-20T14:35:00Z'," +
            "'reason':'beyond look_back'" },
        { new RunEvent.Started(At, Key, 2, 1),
            "'e':'started','key':'backup@2026-11-20T09:35','start':2,'attempt':1" },
        { new RunEvent.Ended(At, Key, 2, 1, RunResult.Unknown, NextStep.Held, 30012, "killed", "out of time", true),
            "'e':'ended','key':'backup@2026-11-20T09:35','start':2,'attempt':1,'result':'unknown','next':'held'," +
            "'duration_ms':30012,'reason':'killed','error':'out of time','crashed':true" },
        { new RunEvent.Reconciled(At, Key, 2, ReconcileAnswer.NotDone, NextStep.QueuedAgain(At)),
            "'e':'reconciled','key':'backup@2026-11-20T09:35','start':2,'answer':'not_done'," +
            "'next':'queued_again','next_at':'2026-11-20T14:35:00Z'" },
        { new RunEvent.Resolved(At, Key, Resolution.Drop, "ann", "stale"),
            "'e':'resolved','key':'backup@2026-11-20T09:35','how':'drop','by':'ann','reason':'stale'" },
        { new RunEvent.Control(At, ControlVerb.ApproveExits, "", "ann", "checked"),
            "'e':'control','verb':'approve_exits','subject':'','by':'ann','reason':'checked'" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Line_HasItsMembersInOrder(RunEvent what, string members)
    {
        var line = Line(7, what);

        Assert.StartsWith(
            "{'seq':7,'at':'2026-11-20T14:35:00Z',".Replace('\'', '"') + members.Replace('\'', '"') + ",\"crc\":\"",
            line, StringComparison.Ordinal);
        Assert.EndsWith("\"}\n", line, StringComparison.Ordinal);
        Assert.Equal(what, Read(line).Event);
    }

    // Law: whatever can happen is read back as exactly what was written, on one line.
    [Fact]
    public void Read_GivesBackWhatWasWritten() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed => Histories.Of(seed, 60).Index().All(item =>
            Line(item.Index + 1, item.Item) is var line
            && line.IndexOf('\n') == line.Length - 1
            && JournalLine.IsWhole(Encoding.UTF8.GetBytes(line[..^1]))
            && JournalLine.SeqOf(Encoding.UTF8.GetBytes(line)) == item.Index + 1
            && Read(line) == new JournalEntry(item.Index + 1, item.Item))));

    // Law: free text of any kind is bounded where the event is made, so it survives the journal unchanged.
    [Fact]
    public void Text_OfAnyKind_IsReadBackUnchanged() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            var hostile = string.Concat(Enumerable.Repeat((text ?? "") + "\ud800\u0000\"\\", 1200));
            var what = new RunEvent.Ended(
                At, Key, 1, 1, RunResult.Failed, NextStep.Held, 1, hostile, hostile) with { Reason = hostile };
            var line = Line(1, what);
            return Encoding.UTF8.GetByteCount(line) <= RunLimits.LineBytesMax && Read(line).Event.Equals(what)
                && what.Reason!.Length <= RunLimits.ReasonCharsMax && what.Error!.Length <= RunLimits.ErrorCharsMax;
        }));

    [Fact]
    public void Line_AtAllLimits_StillFits()
    {
        Assert.True(JsonText.TryParse('"' + new string('x', 20_000) + '"', out var large, out _));
        var facts = Enumerable.Range(0, RunLimits.FactsMax)
            .Select(i => new PublishedFact(new string('f', 62) + i.ToString("d2"), default));
        Assert.True(RunPayload.TryCreate(large, facts, [large], out var payload, out _));
        var what = new RunEvent.Ended(
            At, Key with { Task = new string('t', 64) }, int.MaxValue, int.MaxValue, RunResult.Preempted,
            NextStep.QueuedAgain(At), long.MaxValue, new string('\u0001', 9999), new string('\u0001', 9999), true,
            payload);

        Assert.True(Line(long.MaxValue, what).Length <= RunLimits.LineBytesMax);
    }

    [Theory]
    // an object, and what the refusal names
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z','e':'exploded'}", "'exploded'")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z'}", "'e'")]
    [InlineData("{'at':'2026-11-20T14:35:00Z','e':'stopped','reason':'x'}", "'seq'")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z','e':'stopped'}", "'reason'")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00','e':'stopped','reason':'x'}", "UTC")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00+01:00','e':'stopped','reason':'x'}", "UTC")]
    [InlineData("{'seq':1,'seq':1,'at':'2026-11-20T14:35:00Z','e':'stopped','reason':'x'}", "twice")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z','e':'planned','watermark':5}", "")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z','e':'control','verb':'dance'}", "'dance'")]
    [InlineData("{'seq':1.5,'at':'2026-11-20T14:35:00Z','e':'stopped','reason':'x'}", "")]
    [InlineData("{'seq':1,'at':'2026-11-20T14:35:00Z','e':'started','key':'a@b'}", "'a@b'")]
    [InlineData("[1]", "object")]
    [InlineData("{} {}", "")]
    [InlineData("{'seq':1", "")]
    [InlineData("", "")]
    public void Read_RefusesByName(string text, string named)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Replace('\'', '"'));

        Assert.False(RunEventReader.TryRead(utf8, new NamePool(), out _, out var problem));
        Assert.Contains(named, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PassesOverMembersThatItDoesNotKnow()
    {
        var text = "{'seq':1,'mood':{'a':[1,2]},'at':'2026-11-20T14:35:00Z','e':'stopped','x':null,'reason':'y'}";
        var utf8 = Encoding.UTF8.GetBytes(text.Replace('\'', '"'));

        Assert.True(RunEventReader.TryRead(utf8, new NamePool(), out var entry, out _));
        Assert.Equal(new RunEvent.Stopped(At, "y"), entry.Event);
    }

    [Fact]
    public void Read_RefusesDeepNesting()
    {
        var deep = "{\"seq\":1,\"x\":" + new string('[', 5000) + new string(']', 5000) + "}";

        Assert.False(RunEventReader.TryRead(Encoding.UTF8.GetBytes(deep), new NamePool(), out _, out _));
    }

    // Law: no single changed byte of a line goes unnoticed.
    [Fact]
    public void IsWhole_SeesEveryFlippedBit()
    {
        var line = Encoding.UTF8.GetBytes(Line(12, new RunEvent.Started(At, Key, 1, 1))[..^1]);
        Assert.True(JournalLine.IsWhole(line));
        for (var bit = 0; bit < line.Length * 8; bit++)
        {
            line[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(JournalLine.IsWhole(line), $"bit {bit}");
            line[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    // RFC 3720, appendix B.4, and the usual check value
    [InlineData("123456789", 0xE3069283)]
    [InlineData("", 0x00000000)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8A9136AA)]
    public void Crc32C_IsTheStandardOne(string text, uint crc) =>
        Assert.Equal(crc, Crc32C.Of(Encoding.ASCII.GetBytes(text)));

    private static string Line(long seq, RunEvent what)
    {
        using var line = new JournalLine();
        return Encoding.UTF8.GetString(line.Write(seq, what));
    }

    private static JournalEntry Read(string line) =>
        RunEventReader.TryRead(Encoding.UTF8.GetBytes(line), new NamePool(), out var entry, out var problem)
            ? entry
            : throw new FormatException(problem);
}
