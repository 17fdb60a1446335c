using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>Whether files still are what their attempts showed: who changed one since left no trace in the
/// journal.</summary>
[Handler("maintenance.evidence_check", Arguments = typeof(EvidenceCheckArguments),
    About = "Hashes files again that attempts showed as evidence.")]
[Effects(Effects.None)]
public sealed class EvidenceCheckHandler : ITaskHandler
{
    private const int DaysMax = 60;
    private const int OpenMax = 20;

    // What was written today has not been listed yet: a file may be newer than its last line.
    private static readonly TimeSpan Unlisted = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EvidenceCheckArguments>();
        try
        {
            return Task.FromResult(arguments.Days is < 1 or > DaysMax || arguments.Sample < 1
                ? new TaskResult.Fatal(
                    $"days is {arguments.Days} and sample is {arguments.Sample}: 1 to {DaysMax} days, at least 1 file.")
                : Check(context, arguments, Places.State(arguments.State), cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The evidence can't be checked: {refused.Message}"));
        }
    }

    private static TaskResult Check(
        TaskContext context, EvidenceCheckArguments arguments, string state, CancellationToken cancellation)
    {
        var today = context.Market.Date;
        var newest = new SortedDictionary<string, EvidenceLine>(StringComparer.Ordinal);
        for (var date = today.AddDays(-arguments.Days); date <= today; date = date.AddDays(1))
        {
            var index = Path.Combine(
                state, EvidenceFiles.Folder, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".jsonl");
            foreach (var line in File.Exists(index) ? EvidenceFiles.Read(index) : [])
            {
                newest[line.Path] = line;
            }
        }

        if (newest.Count == 0)
        {
            return new TaskResult.Skipped($"no file was listed in the last {arguments.Days} days");
        }

        var (same, gone, changed) = (0, 0, new List<EvidenceLine>());
        foreach (var line in Drawn(newest.Values, today, arguments.Sample))
        {
            cancellation.ThrowIfCancellationRequested();
            var file = new FileInfo(Path.Combine(state, line.Path));
            if (!file.Exists)
            {
                gone++;
            }
            else if (Hash(file) == line.Sha256)
            {
                same++;
            }
            else if (context.Clock.GetUtcNow() - file.LastWriteTimeUtc > Unlisted || file.LastWriteTimeUtc < line.At)
            {
                changed.Add(line);
            }
        }

        Tell(context, arguments.Fact, changed);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("listed", newest.Count).WithCount("same", same).WithCount("gone", gone)
                .WithCount("changed", changed.Count),
            Fact.Of(arguments.Fact, new EvidenceSeen(
                changed.Count == 0, [.. changed.Select(line => line.Path).Take(OpenMax)], same + changed.Count, gone)));
    }

    // Drawn by date and path: another part of them each date, and the same when an attempt is repeated.
    private static IEnumerable<EvidenceLine> Drawn(IEnumerable<EvidenceLine> all, DateOnly date, int sample) =>
        all.Select(line => (Line: line, Lot: Convert.ToHexString(SHA256.HashData(
                Encoding.UTF8.GetBytes($"{date:yyyy-MM-dd} {line.Path}")))))
            .OrderBy(drawn => drawn.Lot, StringComparer.Ordinal).Take(sample).Select(drawn => drawn.Line);

    private static string Hash(FileInfo file)
    {
        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static void Tell(TaskContext context, string fact, List<EvidenceLine> changed)
    {
        var known = context.Facts.Find(fact)?.As<EvidenceSeen>()?.Open ?? [];
        if (changed.FirstOrDefault(line => !known.Contains(line.Path)) is { } first)
        {
            context.Discover(new(
                "evidence", $"{changed.Count} files are not what their attempts showed: {first.Path}, by {first.Key}.",
                "Compare them with a backup."));
        }
    }
}
