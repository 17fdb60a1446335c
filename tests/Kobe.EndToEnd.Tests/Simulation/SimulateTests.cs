using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Simulation;

/// <summary><c>kobe simulate</c>, as the owner of a schedule uses it.</summary>
public class SimulateTests
{
    private const string Rows = """
        tasks:
          - { id: swing, run: t.enter, at: close-25m, category: trading, kind: entry, phases: [CLOSING], priority: 2 }
          - { id: scan, run: t.scan, at: "12:35", on: trading-days }
          - { id: poll, run: t.poll, every: 10m, from: open, to: close, category: monitoring }
          - { id: night, run: t.night, at: ["01:30", "02:30"] }
        """;

    private static readonly string[] Span = ["--from", "2026-10-26", "--to", "2026-11-28"];

    [Fact]
    public async Task Digest_IsTheSameInTwoProcesses_AndAnotherForAnotherSeed()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var digests = await Task.WhenAll(Digest(folder, "7"), Digest(folder, "7"), Digest(folder, "8"));

        Assert.Equal(digests[0], digests[1]);
        Assert.NotEqual(digests[0], digests[2]);
    }

    [Fact]
    public async Task Json_HasTheShapeThatScriptsReadAndAccountsForEverything()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "--faults", "storm", "--seed", "3");

        string[] promised =
            ["from", "to", "seed", "tasks", "occurrences", "outcomes", "invariants", "digest", "elapsedMs", "virtualDays"];
        Assert.Equal(promised, json.EnumerateObject().Select(member => member.Name).Intersect(promised));
        Assert.Equal(34, json.GetProperty("virtualDays").GetInt32());
        Assert.Equal(
            json.GetProperty("occurrences").GetInt64(),
            json.GetProperty("outcomes").EnumerateObject().Sum(outcome => outcome.Value.GetInt64()));
        Assert.Equal(11, json.GetProperty("invariants").GetArrayLength());
        Assert.All(json.GetProperty("invariants").EnumerateArray(), law => Assert.Equal(0, law.GetProperty("broken").GetInt64()));
    }

    [Fact]
    public async Task Compare_ShowsWhatAnEditChanges()
    {
        using var folder = ScheduleFolder.Of(Rows);
        using var edited = ScheduleFolder.Of(Rows
            .Replace("12:35", "12:45").Replace("\"01:30\", ", "").Replace("run: t.poll, every: 10m", "run: t.poll, every: 5m"));
        var changes = (await Json(folder, "--compare", edited.Path)).GetProperty("changes").EnumerateArray()
            .Select(change => $"{change.GetProperty("change")} {change.GetProperty("key")}").ToList();

        Assert.Contains("moved scan@2026-11-27T12:45", changes);
        Assert.Contains("gone night@2026-11-27T01:30", changes);
        Assert.Contains(changes, change => change.StartsWith("added poll@2026-11-27/", StringComparison.Ordinal));
        Assert.DoesNotContain(changes, change => change.Contains("swing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FaultFile_SaysWhatGoesWrong()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var file = Path.Combine(folder.Path, "faults.yml.txt");
        await File.WriteAllTextAsync(file, "kill: 24\nfail: 0.2\n", TestContext.Current.CancellationToken);
        var json = await Json(folder, "--faults", file, "--seed", "4");
        var points = json.GetProperty("faultPoints").EnumerateObject().Select(point => point.Name).ToList();

        Assert.All(points, point => Assert.True(point is "fault Kill" or "handler Fail" || point.StartsWith("crash "), point));
        Assert.NotEmpty(points);
    }

    [Theory]
    [InlineData("--from 2026-12-31 --to 2026-01-01", "--from 2026-12-31 lies after --to 2026-01-01. Swap them.")]
    [InlineData("--faults nope", "--faults 'nope' is no profile and no file. Write none, storm, tempest or a file.")]
    [InlineData("--seeds 0", "--seeds '0' is no number from 1 to 100000.")]
    [InlineData("--seed minus", "--seed 'minus' is no number from 0 to 18446744073709551615.")]
    [InlineData("--seeds 2 --compare .", "--compare looks at one seed. Leave --seeds out.")]
    [InlineData("--compare no-such-directory", "The schedule directory 'no-such-directory' is missing. Name one with --schedule DIR.")]
    public async Task BadInput_IsRefusedWithWhatWouldBeRight(string options, string sentence)
    {
        using var folder = ScheduleFolder.Of(Rows);
        var refused = (await folder.Run(["simulate", .. options.Split(' ')])).ShouldRefuse();

        Assert.Equal(sentence, refused.Refusals[^1]);
    }

    [Theory]
    [InlineData("kill: 0.1\nfial: 0.2\n", ":2:1: there is no fault 'fial'. These are known: ")]
    [InlineData("fail: 2\n", ":1:1: 'fail' happens at a start: its probability is 0 to 1.")]
    [InlineData("kill: often\n", ":1:1: 'kill' needs a number from 0 to 1000.")]
    [InlineData("", " is no fault profile. Write lines such as power_cut: 0.1.")]
    public async Task BrokenFaultFile_IsRefusedWithItsPlace(string text, string sentence)
    {
        using var folder = ScheduleFolder.Of(Rows);
        var file = Path.Combine(folder.Path, "faults.yml.txt");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var refused = (await folder.Run(["simulate", "--faults", file])).ShouldRefuse();

        Assert.Contains(sentence, refused.Refusals[^1], StringComparison.Ordinal);
    }

    private static async Task<string> Digest(ScheduleFolder folder, string seed) =>
        (await Json(folder, "--faults", "tempest", "--seed", seed)).GetProperty("digest").GetString()!;

    private static async Task<JsonElement> Json(ScheduleFolder folder, params string[] options)
    {
        var result = (await folder.Run(["simulate", .. Span, "--json", .. options])).ShouldWork();
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
