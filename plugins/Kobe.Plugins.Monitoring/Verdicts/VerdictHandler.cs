using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Verdicts;

/// <summary>Sums up other checks: one fact that says whether a part of the desk is well.</summary>
[Handler("monitoring.verdict", Arguments = typeof(VerdictArguments),
    About = "Sums up the verdicts of other checks.")]
[Effects(Effects.None)]
public sealed class VerdictHandler : ITaskHandler
{
    private const int NamedMax = 3;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(SumUp(context, context.Arguments<VerdictArguments>()));

    private static TaskResult SumUp(TaskContext context, VerdictArguments arguments)
    {
        var now = context.Clock.GetUtcNow();
        var (good, bad, unknown) = (0, new List<Finding>(), new List<string>());
        var evidence = Evidence.None;
        foreach (var name in arguments.Of)
        {
            if (context.Facts.Find(name) is not { } fact || fact.Age(now) > arguments.Older
                || fact.Value.ValueKind != JsonValueKind.Object || !fact.Value.TryGetProperty("ok", out var ok))
            {
                unknown.Add(name);
            }
            else if (ok.ValueKind == JsonValueKind.True)
            {
                good++;
                evidence = evidence.WithId("good", name);
            }
            else
            {
                bad.Add(new(name, $"{name}: {Named(fact.Value)} (by {fact.By})."));
                evidence = evidence.WithId("bad", name);
            }
        }

        if (unknown.Count == arguments.Of.Count)
        {
            return new TaskResult.Skipped($"None of {string.Join(", ", arguments.Of)} was checked lately.");
        }

        var open = OpenFindings.Tell(context, arguments.Fact, bad, arguments.Tell);
        return Look.Seen(
            evidence.WithCount("good", good).WithCount("bad", bad.Count).WithCount("unknown", unknown.Count),
            arguments.Fact,
            new VerdictSight(bad.Count == 0, open, good, unknown));
    }

    private static string Named(JsonElement check)
    {
        if (!check.TryGetProperty("open", out var open) || open.ValueKind != JsonValueKind.Array)
        {
            return "not well";
        }

        var ids = open.EnumerateArray().Select(id => id.ToString()).ToList();
        return string.Join(", ", ids.Take(NamedMax))
            + (ids.Count > NamedMax ? $" and {ids.Count - NamedMax} more" : "");
    }
}
