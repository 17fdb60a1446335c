using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Changes;

/// <summary>What people and breakers changed: who, what, why, and whether it was more than usual.</summary>
[Handler("monitoring.changes", Arguments = typeof(ChangeArguments),
    About = "Lists what was changed by hand: who, what, and why.")]
[Effects(Effects.None)]
public sealed class ChangeHandler : ITaskHandler
{
    private const int LastMax = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ChangeArguments>();
        return Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
            Count(context, arguments, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Count(
        TaskContext context, ChangeArguments arguments, JournalSpan span, CancellationToken cancellation)
    {
        var changes = new List<PersonsChange>();
        foreach (var note in span.Notes(cancellation, "control", "resolved", "unquarantined"))
        {
            var verb = note.Verb ?? (note.Event == "resolved" ? "resolve" : "unquarantine");
            if (arguments.Verbs is not { Count: > 0 } verbs || verbs.Contains(verb))
            {
                changes.Add(new(
                    note.At, verb, note.Subject ?? note.Key ?? note.Task, note.By ?? "?", note.Reason ?? ""));
            }
        }

        if (changes.Count == 0)
        {
            return new TaskResult.Skipped(span.IsEmpty
                ? "The journal has nothing of that time." : "Nobody changed anything of that kind.");
        }

        var verbsCounted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        changes.ForEach(change => verbsCounted[change.Verb] = verbsCounted.GetValueOrDefault(change.Verb) + 1);
        var last = changes[^1];
        Finding[] findings = changes.Count <= arguments.Limit ? [] :
        [
            // Named with its time: the next change is news again.
            new($"{last.At:O}", $"{changes.Count} changes by hand; {arguments.Limit} are usual. "
                + $"The last: {last.Verb} {last.Subject} by {last.By} ({last.Reason})."),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("changes", changes.Count)
                .WithCount("people", changes.Select(change => change.By).Distinct().Count()),
            arguments.Fact,
            new ChangeSight(open.Count == 0, open, changes.Count, verbsCounted, [.. changes.TakeLast(LastMax)]));
    }
}
