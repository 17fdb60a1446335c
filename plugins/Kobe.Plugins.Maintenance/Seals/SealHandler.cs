using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Seals;

/// <summary>Seals the journal: a chain of hashes by which a later change of what was written shows. A seal proves
/// nothing against somebody who rewrites the chain too; keep the published hash elsewhere for that.</summary>
[Handler("maintenance.seal_audit", Arguments = typeof(SealArguments),
    About = "Checks the seals of the journal so far, and adds the date's.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class SealHandler : ITaskHandler
{
    private const string FactName = "audit.seal";
    private const int BlockBytes = 64 * 1024;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(SealDay(context, Places.State(context.Arguments<SealArguments>().State)));

    private static TaskResult SealDay(TaskContext context, string state)
    {
        var journal = Path.Combine(state, Places.Journal);
        var chain = Path.Combine(state, "audit", "seals.jsonl");
        try
        {
            var newest = Directory.Exists(journal)
                ? Directory.GetFiles(journal, "*.jsonl").Order(StringComparer.Ordinal).LastOrDefault()
                : null;
            if (newest is null)
            {
                return new TaskResult.Skipped($"{journal} has no journal yet");
            }

            var lines = File.Exists(chain) ? File.ReadAllLines(chain) : [];
            var seals = SealChain.Read(lines, out var broken);
            if (broken > 0)
            {
                return new TaskResult.Fatal($"{chain}, line {broken}: it doesn't follow from the line before. "
                    + "Somebody changed the chain: compare it with a backup.");
            }

            return seals.FirstOrDefault(seal => !Holds(journal, seal)) is { } wrong
                ? new TaskResult.Fatal($"{wrong.File} was changed since it was sealed at {wrong.At:yyyy-MM-dd HH:mm} "
                    + "UTC: compare it with a backup.")
                : Add(context, chain, lines, seals, newest);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The journal can't be sealed: {refused.Message}");
        }
    }

    private static TaskResult.Succeeded Add(
        TaskContext context, string chain, string[] lines, IReadOnlyList<Seal> seals, string newest)
    {
        var seal = seals.Count > 0 ? seals[^1] : null;
        if (seal?.Key != context.Key)
        {
            // The brain goes on writing: what is there now is sealed, in whole lines.
            var bytes = WholeLines(newest);
            seal = new(
                context.Key, context.Clock.GetUtcNow(), Path.GetFileName(newest), bytes,
                SealChain.HashOf(newest, bytes)!, lines.Length == 0 ? SealChain.Nothing : SealChain.HashOf(lines[^1]));
            OwnerFile.Append(chain, Encoding.UTF8.GetBytes(SealChain.Line(seal) + "\n"));
        }

        return new(
            Evidence.None.WithCount("checked", seals.Count).WithCount("bytes", seal.Bytes)
                .WithId("sha256", seal.Sha256),
            Fact.Of(FactName, seal));
    }

    // A file that compaction dropped can't be checked any more; that is no sign of a change.
    private static bool Holds(string journal, Seal seal) =>
        Path.Combine(journal, Path.GetFileName(seal.File)) is var path
        && (!File.Exists(path) || SealChain.HashOf(path, seal.Bytes) == seal.Sha256);

    // Blank lines are room that the brain reserved and will write into: what counts ends with the last whole line.
    private static long WholeLines(string path)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var block = new byte[BlockBytes];
        var (at, end, inLine) = (0L, 0L, false);
        while (file.Read(block) is > 0 and var read)
        {
            foreach (var character in block.AsSpan(0, read))
            {
                at++;
                end = character == '\n' && inLine ? at : end;
                inLine = character != '\n';
            }
        }

        return end;
    }
}
