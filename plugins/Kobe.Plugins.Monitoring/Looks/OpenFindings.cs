using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>Tells what a look found, once: what was open at the last look is no news.</summary>
internal static class OpenFindings
{
    // What is told one by one; the rest is a number. And what is remembered, for a fact has a limit.
    private const int ToldMax = 5;
    private const int KeptMax = 50;

    /// <summary>Tells what is new since the fact's last value, and gives the ids for its next one.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="fact">The fact whose member <c>open</c> has the ids of the last look.</param>
    /// <param name="findings">What is wrong now, the worst first.</param>
    /// <param name="how">How loudly it is told.</param>
    public static IReadOnlyList<string> Tell(
        TaskContext context, string fact, IReadOnlyList<Finding> findings, Telling how)
    {
        var known = Open(context, fact);
        var news = findings.Where(finding => !known.Contains(finding.Id)).ToList();
        foreach (var finding in news.Take(ToldMax))
        {
            context.Discover(new(fact, finding.Sentence));
        }

        if (news.Count > ToldMax)
        {
            context.Discover(new(fact, $"And {news.Count - ToldMax} more of the kind."));
        }

        if (news.Count > 0 && how != Telling.List)
        {
            context.Notify(
                how switch
                {
                    Telling.Low => Urgency.Low,
                    Telling.Normal => Urgency.Normal,
                    _ => Urgency.Critical,
                },
                $"{context.Task}: {news[0].Sentence}" + (news.Count > 1 ? $" And {news.Count - 1} more." : ""));
        }

        return [.. findings.Select(finding => finding.Id).Take(KeptMax)];
    }

    private static HashSet<string> Open(TaskContext context, string fact)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (context.Facts.Find(fact)?.Value is { ValueKind: System.Text.Json.JsonValueKind.Object } last
            && last.TryGetProperty("open", out var open) && open.ValueKind == System.Text.Json.JsonValueKind.Array)
        {
            foreach (var id in open.EnumerateArray())
            {
                ids.Add(id.ToString());
            }
        }

        return ids;
    }
}
