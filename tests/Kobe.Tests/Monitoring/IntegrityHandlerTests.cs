using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Integrity;
using Kobe.Testing;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.integrity on state that the brain's own writer made, and on damage done to it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class IntegrityHandlerTests : IDisposable
{
    private const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly IntegrityHandler handler = new();

    public IntegrityHandlerTests()
    {
        // Events over several days, from 2026-11-20 on.
        state.Append(Histories.Of(7, 300));
        state.Write("format.json", "{\"version\":1}");
        state.Beat(Attempt.Now);
        attempt.Clock.Step(File.GetLastWriteTimeUtc(state.NewestDay) - Attempt.Now);
    }

    private IntegrityArguments Arguments => new(state.Root, Days: 100_000, TimeSpan.FromMinutes(10));

    public void Dispose() => state.Dispose();

    [Fact]
    public void WholeState_Succeeds_WithEveryLineCounted()
    {
        var before = state.Contents();

        var result = attempt.Succeed(handler, Arguments);

        var lines = Directory.GetFiles(state.Journal).Sum(file => File.ReadLines(file).Count());
        var files = Directory.GetFiles(state.Root, "*", SearchOption.AllDirectories).Length;
        Assert.True(Directory.GetFiles(state.Journal).Length > 1);
        Assert.Equal(
            $$"""{"files":{{files}},"lines":{{lines}},"problems":0}""",
            Assert.Single(result.Facts).Value.GetRawText());
        Assert.Equal(before, state.Contents());
    }

    [Fact]
    public void Days_BoundWhatIsRead_ButTheNewestFileAlwaysIs()
    {
        attempt.Clock.Step(TimeSpan.FromDays(3650));

        var result = attempt.Succeed(handler, Arguments with { Days = 1 });

        Assert.Equal(File.ReadLines(state.NewestDay).Count(), result.Evidence.Counts["lines"]);
    }

    [Fact]
    public void Permissions_AreNamed_WithTheCommandThatMendsThem()
    {
        File.SetUnixFileMode(state.At("heartbeat.json"), Shared);
        File.SetUnixFileMode(state.Journal, (UnixFileMode)Convert.ToInt32("755", 8));

        var error = attempt.Fail(handler, Arguments);

        Assert.Equal("heartbeat.json has mode 640: chmod 600 it; journal has mode 755: chmod 700 it.", error);
    }

    [Fact]
    public void WhatPeopleMake_MayBeReadByOthers()
    {
        File.WriteAllText(state.At("KILL_SWITCH"), "");
        File.WriteAllText(state.At("README.md"), "what is what");

        attempt.Succeed(handler, Arguments);
    }

    [Fact]
    public void Leftovers_Count_OnceTheyAreOld()
    {
        state.Write("facts.json.tmp", "{");
        var written = File.GetLastWriteTimeUtc(state.At("facts.json.tmp"));
        attempt.Clock.Step(written - attempt.Clock.GetUtcNow());

        attempt.Succeed(handler, Arguments);
        attempt.Clock.Pass(TimeSpan.FromMinutes(11));

        Assert.Equal(
            "facts.json.tmp was left behind by a crash; it can be deleted.", attempt.Fail(handler, Arguments));
    }

    [Theory]
    [InlineData("format.json", "{}", "format.json tells no version.")]
    [InlineData("heartbeat.json", "{\"timesta", "heartbeat.json is no whole JSON document.")]
    public void Documents_AreWhole(string name, string text, string error)
    {
        state.Write(name, text);

        Assert.Equal(error, attempt.Fail(handler, Arguments));
    }

    [Fact]
    public void List_IsADocument_Too()
    {
        state.Write("list.json", "[{}]");

        attempt.Succeed(handler, Arguments);
    }

    [Fact]
    public void Links_AreNotFollowed()
    {
        File.CreateSymbolicLink(state.At("elsewhere"), "/");

        Assert.StartsWith("elsewhere is a link", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void FlippedBit_IsNamed_WithFileAndLine()
    {
        var day = Directory.GetFiles(state.Journal).Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(day);
        var third = Nth(bytes, 2) + 20;
        bytes[third] ^= 1;
        File.WriteAllBytes(day, bytes);

        Assert.Equal(
            $"journal/{Path.GetFileName(day)} line 3 has a wrong checksum, and line 4 follows.",
            attempt.Fail(handler, Arguments));
    }

    [Fact]
    public void MissingLine_IsNamed_WithBothNumbers()
    {
        var day = Directory.GetFiles(state.Journal).Order(StringComparer.Ordinal).First();
        var lines = File.ReadAllLines(day).ToList();
        lines.RemoveAt(1);
        File.WriteAllText(day, string.Concat(lines.Select(line => line + "\n")));

        Assert.Equal(
            $"journal/{Path.GetFileName(day)} line 2 has number 3 behind 1.", attempt.Fail(handler, Arguments));
    }

    [Fact]
    public void MissingFile_IsAGap()
    {
        var days = Directory.GetFiles(state.Journal).Order(StringComparer.Ordinal).ToList();
        Assert.True(days.Count > 2);
        File.Delete(days[1]);

        Assert.Contains("behind", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void NewestFile_MayEndInHalfALine_AndInRoomAhead()
    {
        File.AppendAllText(state.NewestDay, "{\"seq\":301,\"at\":\"2026" + new string('\n', 70_000));

        attempt.Succeed(handler, Arguments);
    }

    [Fact]
    public void OlderFile_MayNotEndInHalfALine()
    {
        var day = Directory.GetFiles(state.Journal).Order(StringComparer.Ordinal).First();
        File.AppendAllText(day, "{\"seq\":9");

        Assert.EndsWith(
            "has no checksum at its end, and a newer file follows.", attempt.Fail(handler, Arguments),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ManyProblems_AreSummedUp()
    {
        for (var i = 0; i < 9; i++)
        {
            File.WriteAllText(state.At($"{i}.json"), "{}");
            File.SetUnixFileMode(state.At($"{i}.json"), Shared);
        }

        Assert.EndsWith("; and 4 more.", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void NoState_IsSkipped_AndNoDaysAreFatal()
    {
        Assert.Contains(
            "no state directory", attempt.Skip(handler, new IntegrityArguments(state.At("no"))),
            StringComparison.Ordinal);
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments with { Days = 0 }));
    }

    // Where the line after so many line feeds begins.
    private static int Nth(byte[] bytes, int feeds)
    {
        var at = 0;
        for (var i = 0; i < feeds; i++)
        {
            at = Array.IndexOf(bytes, (byte)'\n', at) + 1;
        }

        return at;
    }
}
