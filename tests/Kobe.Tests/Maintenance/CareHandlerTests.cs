using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Plugins.Maintenance.Commands;
using Kobe.Plugins.Maintenance.Compression;
using Kobe.Plugins.Maintenance.ConfigSnapshots;
using Kobe.Plugins.Maintenance.EvidenceIndexes;
using Kobe.Plugins.Maintenance.Exports;
using Kobe.Plugins.Maintenance.Months;
using Kobe.Plugins.Maintenance.Permissions;
using Kobe.Plugins.Maintenance.Pruning;
using Kobe.Plugins.Maintenance.StandingLists;
using Kobe.Tests.Brain;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>What keeps the state directory in order: pruning, tables, months, pictures, evidence, lists, modes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CareHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Prune_KeepsTheNewest_AndWhatAPointerNames()
    {
        foreach (var day in Enumerable.Range(1, 6))
        {
            state.Write($"desk/models/2026-10-0{day}/weights.json", "{}");
        }

        state.Write("desk/models/champion.json", """{"model":"2026-10-02"}""");
        var arguments = new PruneArguments("desk/models", Keep: 3, Days: 2, Pointers: ["champion.json"], State: state.Root);

        var result = attempt.Succeed(new PruneHandler(), arguments);

        Assert.Equal(2, result.Evidence.Counts["deleted"]);
        Assert.Equal(["desk/models/2026-10-03", "desk/models/2026-10-01"], result.Evidence.Ids.Select(one => one.Id));
        Assert.Equal(
            ["2026-10-02", "2026-10-04", "2026-10-05", "2026-10-06", "champion.json"],
            Directory.GetFileSystemEntries(state.At("desk/models")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("all 4 entries of models stay", attempt.Skip(new PruneHandler(), arguments));
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("desk/paper")]
    [InlineData("desk/paper/orders")]
    [InlineData("desk")]
    [InlineData("../elsewhere")]
    [InlineData("")]
    public void Prune_NeverTouches_WhatTheDeskLivesBy(string folder)
    {
        state.Write("journal/2020-01-01.jsonl", "x");
        state.Write("desk/paper/orders/2020-01-01.json", "x");
        var before = state.Contents();

        Assert.IsType<TaskResult.Fatal>(attempt.Run(new PruneHandler(), new PruneArguments(folder, Keep: 0, Days: 1, State: state.Root)));
        Assert.Equal(before, state.Contents());
    }

    [Fact]
    public void Compress_LeavesTheSameContent_AndYoungFilesAlone()
    {
        state.Write("exports/ends-2026-11-01.csv", "old");
        state.Write("exports/ends-2026-11-19.csv", "young");

        attempt.Succeed(new CompressHandler(), new CompressArguments("exports", "*.csv", State: state.Root));

        Assert.Equal(["ends-2026-11-01.csv.gz", "ends-2026-11-19.csv"],
            Directory.GetFiles(state.At("exports")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var text = new StreamReader(new GZipStream(File.OpenRead(state.At("exports/ends-2026-11-01.csv.gz")), CompressionMode.Decompress));
        Assert.Equal("old", text.ReadToEnd());
        Assert.IsType<TaskResult.Fatal>(attempt.Run(new CompressHandler(), new CompressArguments("journal", "*.jsonl", State: state.Root)));
    }

    [Fact]
    public void Export_IsATableOfTheDate_QuotedWhereNeeded()
    {
        var due = Attempt.Now.AddDays(-1);
        state.Append(new Story().Run("scan", due, late: 2, ms: 30).Run("scan", due.AddHours(1), end: FinalState.Failed, said: "no, \"never\"")
            .Closed("buy", due, FinalState.Skipped, "halted").Run("scan", Attempt.Now)
            .Tell(new RunEvent.Control(due, ControlVerb.Halt, "trading", "cli:ann", "news")).Events);

        Assert.Equal(
            """"
            key,task,attempt,due,started,ended,lateness_ms,duration_ms,result,next,error
            scan@2026-11-19T09:35,scan,1,2026-11-19T14:35:00.000Z,2026-11-19T14:35:02.000Z,2026-11-19T14:35:02.030Z,2000,30,succeeded,final,
            scan@2026-11-19T10:35,scan,1,2026-11-19T15:35:00.000Z,2026-11-19T15:35:00.000Z,2026-11-19T15:35:00.100Z,0,100,fatal,final,"no, ""never"""

            """", Exported(ExportKind.Attempts, "attempts"));
        Assert.Contains("buy@2026-11-19T09:35,buy,2026-11-19T14:35:00.000Z,skipped,halted\n", Exported(ExportKind.Ends, "ends"), StringComparison.Ordinal);
        Assert.Equal("task,state,count\nbuy,skipped,1\nscan,failed,1\nscan,succeeded,1\n", Exported(ExportKind.Tasks, "tasks"));
        Assert.Contains(",halt,trading,cli:ann,news\n", Exported(ExportKind.Changes, "changes"), StringComparison.Ordinal);
        Assert.Equal("the journal has no ends of 2026-11-15", attempt.Skip(new ExportHandler(), new ExportArguments(ExportKind.Ends, 5, State: state.Root)));
    }

    [Fact]
    public void Month_IsWrittenDownOnce_AndAChangeLaterIsFatal()
    {
        state.Append(new Story().Run("scan", new(2026, 10, 5, 15, 0, 0, TimeSpan.Zero)).Run("scan", new(2026, 10, 6, 15, 0, 0, TimeSpan.Zero)).Events);
        var arguments = new MonthArguments("month", State: state.Root);

        var first = attempt.Succeed(new MonthHandler(), arguments);
        Assert.Equal((2L, 6L, 0L), (first.Evidence.Counts["files"], first.Evidence.Counts["lines"], first.Evidence.Counts["held_against_record"]));
        Assert.Equal(1, attempt.Succeed(new MonthHandler(), arguments).Evidence.Counts["held_against_record"]);
        Assert.Equal("the journal has nothing of 2026-09", attempt.Skip(new MonthHandler(), arguments with { Back = 2 }));

        var path = state.At("journal/2026-10-05.jsonl");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines[..^1]);
        Assert.Contains("2026-10-06.jsonl begins with number 4 behind 2", Fatal(new MonthHandler(), arguments), StringComparison.Ordinal);
        File.WriteAllLines(path, [.. lines[..^1], lines[^1].Replace("succeeded", "succedeed", StringComparison.Ordinal)]);
        Assert.Contains("a wrong checksum", Fatal(new MonthHandler(), arguments), StringComparison.Ordinal);
        File.Delete(state.At("journal/2026-10-06.jsonl"));
        File.WriteAllLines(path, lines[..^1]);
        Assert.Contains("it had 3 lines and has 2", Fatal(new MonthHandler(), arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_IsKeptWhenItChanged_WithTheDifference()
    {
        state.Write("home/schedule/a.yaml", "one\ntwo\n");
        state.Write("home/schedule/b.yaml", "x\n");
        var arguments = new ConfigArguments("kept", ConfigPart.Schedule, state.At("home/schedule"), state.Root);

        attempt.Succeed(new ConfigHandler(), arguments);
        attempt.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, attempt.Succeed(new ConfigHandler(), arguments).Evidence.Counts["changes"]);
        Assert.Single(Directory.GetFiles(state.At("config/schedule")));

        state.Write("home/schedule/a.yaml", "one\nTWO\nthree\n");
        File.Delete(state.At("home/schedule/b.yaml"));
        var changed = attempt.Succeed(new ConfigHandler(), arguments);
        Assert.Equal(
            ["a.yaml +2 -1", "b.yaml is gone"],
            changed.Facts[0].Value.GetProperty("changes").EnumerateArray().Select(change => change.GetString()!));
        Assert.Equal("The schedule has changed: a.yaml +2 -1, b.yaml is gone.", Assert.Single(attempt.Discoveries).Title);
        Assert.Equal(2, Directory.GetFiles(state.At("config/schedule")).Length);
    }

    [Fact]
    public void Evidence_IsListed_AndAChangedFileIsFound()
    {
        state.Write("table.csv", "rows");
        var output = Output.OfFile(state.At("table.csv"));
        var at = Attempt.Now.AddDays(-1).AddHours(-2);
        var key = Story.Key("backup", at);
        Assert.True(RunPayload.TryCreate(
            Snapshots.Json(JsonSerializer.Serialize(new { outputs = new[] { new { path = "table.csv", sha256 = output.Sha256, bytes = 4 } } })), [], [], out var payload, out _));
        state.Append(
        [
            new RunEvent.Queued(at, key, at, at.AddHours(1), 3), new RunEvent.Started(at, key, 1, 1),
            new RunEvent.Ended(at, key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1, Payload: payload),
        ]);

        Assert.Equal(1, attempt.Succeed(new EvidenceIndexHandler(), new EvidenceArguments(State: state.Root)).Evidence.Counts["files"]);
        Assert.StartsWith("no attempt of 2026-11-18", attempt.Skip(new EvidenceIndexHandler(), new EvidenceArguments(2, state.Root)), StringComparison.Ordinal);
        var check = new EvidenceCheckArguments("checked", State: state.Root);
        Assert.Equal(1, attempt.Succeed(new EvidenceCheckHandler(), check).Evidence.Counts["same"]);

        state.Write("table.csv", "forged");
        foreach (var hours in (int[])[-1, 1]) // before it was listed, and after it, longer ago than a newer listing may be missing
        {
            File.SetLastWriteTimeUtc(state.At("table.csv"), at.AddHours(hours).UtcDateTime);
            Assert.Equal("""["table.csv"]""", Raw(attempt.Succeed(new EvidenceCheckHandler(), check), "open"));
        }

        Assert.Single(attempt.Discoveries);
        File.Delete(state.At("table.csv"));
        Assert.Equal(1, attempt.Succeed(new EvidenceCheckHandler(), check).Evidence.Counts["gone"]);
    }

    [Fact]
    public void StandingList_KnowsSinceWhenSomethingIsOnIt()
    {
        var arguments = new StandingArguments("reviewed", "bars.quality", "quarantined", Days: 2);
        Assert.Equal("bars.quality was never published", attempt.Skip(new StandingHandler(), arguments));
        attempt.Publish("bars.quality", new { quarantined = Array.Empty<string>() });
        Assert.Equal("bars.quality has no quarantined, and had none", attempt.Skip(new StandingHandler(), arguments));
        attempt.Publish("bars.quality", new { quarantined = new[] { "AAA", "BBB" } });
        attempt.Succeed(new StandingHandler(), arguments);
        attempt.Market = attempt.Market with { Date = attempt.Market.Date.AddDays(2) };
        attempt.Publish("bars.quality", new { quarantined = new[] { "BBB", "CCC" } });

        var result = attempt.Succeed(new StandingHandler(), arguments);

        Assert.Equal("""{"BBB":"2026-11-20","CCC":"2026-11-22"}""", Raw(result, "since"));
        Assert.Equal("""["BBB"]""", Raw(result, "open"));
        Assert.Contains("BBB stands among the quarantined of bars.quality since 2026-11-20.", Assert.Single(attempt.Discoveries).Title, StringComparison.Ordinal);
        attempt.Publish("bars.quality", new { quarantined = Array.Empty<string>() });
        Assert.Equal("[]", Raw(attempt.Succeed(new StandingHandler(), arguments), "open"));
        Assert.IsType<TaskResult.Fatal>(attempt.Run(new StandingHandler(), arguments with { Member = "other" }));
    }

    [Fact]
    public void Modes_ArePutRight_AndTold()
    {
        state.Write("desk/a.json", "{}");
        File.SetUnixFileMode(state.At("desk/a.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var arguments = new PermissionArguments("desk", state.Root);

        var result = attempt.Succeed(new PermissionHandler(), arguments);

        Assert.True(result.Evidence.Counts["mended"] >= 1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(state.At("desk/a.json")));
        Assert.Contains("a.json", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.Equal(0, attempt.Succeed(new PermissionHandler(), arguments).Evidence.Counts["mended"]);
    }

    [Fact]
    public void ProgramCheck_TellsWhatTheProgramComplainsAbout()
    {
        // Beside the tests lies the program, but no folder of plugins.
        var arguments = new CommandArguments(
            "checked", CommandKind.Verify, Program: Path.Combine(AppContext.BaseDirectory, "kobe.dll"), State: state.Root);

        var result = attempt.Succeed(new CommandHandler(), arguments);

        Assert.Equal(2, result.Evidence.Counts["exit_code"]);
        Assert.Contains("is missing. Name one with --plugins DIR.", Raw(result, "open"), StringComparison.Ordinal);
        Assert.Single(attempt.Discoveries);
        attempt.Succeed(new CommandHandler(), arguments);
        Assert.Single(attempt.Discoveries);
        Assert.IsType<TaskResult.Fatal>(attempt.Run(new CommandHandler(), arguments with { Program = state.At("kobe.dll") }));
    }

    private string Exported(ExportKind kind, string name)
    {
        var result = attempt.Succeed(new ExportHandler(), new ExportArguments(kind, State: state.Root));
        Assert.EndsWith($"{name}-2026-11-19.csv", Assert.Single(result.Evidence.Outputs).Path, StringComparison.Ordinal);
        return File.ReadAllText(result.Evidence.Outputs[0].Path).ReplaceLineEndings("\n");
    }

    private string Fatal(ITaskHandler handler, object arguments) => Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, arguments)).Error;

    private static string Raw(TaskResult.Succeeded result, string member) => result.Facts[0].Value.GetProperty(member).GetRawText();
}
