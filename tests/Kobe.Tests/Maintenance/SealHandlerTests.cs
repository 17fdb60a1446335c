using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Seals;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.seal_audit finds what was changed after it was sealed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SealHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly SealHandler handler = new();

    public void Dispose() => state.Dispose();

    private string Chain => state.At("audit/seals.jsonl");

    [Fact]
    public void Journal_IsSealed_InWholeLines_AndChained()
    {
        Journal("a\nb\ntor");
        var first = Seal("seal@2026-11-20T23:55");
        File.AppendAllText(state.At("journal/2026-11-20.jsonl"), "n\nc\n");
        var second = Seal("seal@2026-11-21T23:55");

        Assert.Equal((4, 11), (first.Evidence.Counts["bytes"], second.Evidence.Counts["bytes"]));
        Assert.Equal(1, second.Evidence.Counts["checked"]);
        Assert.Equal(2, File.ReadAllLines(Chain).Length);
        Assert.NotEqual(first.Facts[0].Value.GetProperty("sha256").GetString(), second.Facts[0].Value.GetProperty("sha256").GetString());
    }

    [Fact]
    public void RoomAheadOfTheJournal_IsNotSealed()
    {
        Journal("a\nb\n" + new string('\n', 100_000));
        Assert.Equal(4, Seal("seal@2026-11-20T23:55").Evidence.Counts["bytes"]);
        Journal("a\nb\nc\n" + new string('\n', 99_998));

        Assert.Equal(6, Seal("seal@2026-11-21T23:55").Evidence.Counts["bytes"]);
    }

    [Fact]
    public void RepeatedAttempt_AddsNoSecondSeal()
    {
        Journal("a\n");
        Seal("seal@2026-11-20T23:55");
        Seal("seal@2026-11-20T23:55");

        Assert.Single(File.ReadAllLines(Chain));
    }

    [Fact]
    public void ChangedJournal_IsFatal_AndTheFileIsNamed()
    {
        Journal("a\nb\n");
        Seal("seal@2026-11-20T23:55");
        Journal("a\nX\n");

        Assert.Contains("2026-11-20.jsonl was changed", Fatal(), StringComparison.Ordinal);
    }

    [Fact]
    public void ShortenedJournal_IsFatal()
    {
        Journal("a\nb\n");
        Seal("seal@2026-11-20T23:55");
        Journal("a\n");

        Assert.Contains("2026-11-20.jsonl was changed", Fatal(), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedChain_IsFatal_AndTheLineIsNamed()
    {
        Journal("a\n");
        Seal("seal@2026-11-20T23:55");
        Seal("seal@2026-11-21T23:55");
        File.WriteAllText(Chain, File.ReadAllText(Chain).Replace("2026-11-20T23:55", "2026-11-20T23:54", StringComparison.Ordinal));

        Assert.Contains("line 2", Fatal(), StringComparison.Ordinal);
    }

    [Fact]
    public void CompactedJournal_IsNoSignOfAChange()
    {
        Journal("a\n");
        Seal("seal@2026-11-20T23:55");
        File.Delete(state.At("journal/2026-11-20.jsonl"));
        File.WriteAllText(state.At("journal/2026-11-21.jsonl"), "b\n");

        Seal("seal@2026-11-21T23:55");
    }

    [Fact]
    public void NoJournal_IsSkipped() =>
        Assert.Contains("no journal yet", attempt.Skip(handler, new SealArguments(state.Root)), StringComparison.Ordinal);

    private void Journal(string text)
    {
        Directory.CreateDirectory(state.At("journal"));
        File.WriteAllText(state.At("journal/2026-11-20.jsonl"), text);
    }

    private TaskResult.Succeeded Seal(string key)
    {
        attempt.Key = key;
        return attempt.Succeed(handler, new SealArguments(state.Root));
    }

    private string Fatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new SealArguments(state.Root))).Error;
}
