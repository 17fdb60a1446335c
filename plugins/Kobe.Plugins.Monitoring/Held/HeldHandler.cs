using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Held;

/// <summary>What waits for a person: held runs, quarantined and disabled tasks, and for how long.</summary>
[Handler("monitoring.held", Arguments = typeof(HeldArguments),
    About = "Lists held runs, quarantined or disabled tasks with their age.")]
[Effects(Effects.None)]
public sealed class HeldHandler : ITaskHandler
{
    private const string View = "scheduler_state.json";
    private const int ShownMax = 30;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<HeldArguments>();
        return Look.Journal(context, arguments.State, Stretch.Over, arguments.Over, (window, book, state) =>
        {
            var span = new JournalSpan(state, window.From, window.To);
            IReadOnlyList<WaitingOne> waiting;
            if (arguments.What == HeldSide.Held)
            {
                waiting = HeldRuns.Held(
                    span.Notes(cancellation, "ended", "reconciled", "resolved", "closed", "started"));
            }
            else if (StateFile.Read(Path.Combine(state, View), out var problem) is { } view)
            {
                var (member, mark) = arguments.What == HeldSide.Quarantine
                    ? ("quarantine", "quarantined") : ("disabled", "disable");
                waiting = HeldRuns.KeptBack(view, member, Since(span, mark, cancellation));
            }
            else
            {
                return problem is null
                    ? new TaskResult.Skipped($"{state} has no {View} yet.") : new TaskResult.Failed(problem);
            }

            return Told(
                context, arguments, window.To,
                [.. waiting.Where(one => book.Has(one.Id.Split('@')[0], arguments.Group))], span.Lines);
        });
    }

    private static Dictionary<string, DateTimeOffset> Since(
        JournalSpan span, string mark, CancellationToken cancellation)
    {
        var since = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var note in span.Notes(cancellation, "quarantined", "control"))
        {
            if (note.Event == mark || note.Verb == mark)
            {
                since[note.Event == "control" ? note.Subject ?? "" : note.Task] = note.At;
            }
        }

        return since;
    }

    private static TaskResult.Succeeded Told(
        TaskContext context, HeldArguments arguments, DateTimeOffset now, IReadOnlyList<WaitingOne> waiting, long lines)
    {
        var findings = waiting
            .Where(one => one.Since is not { } since || now - since >= arguments.Older)
            .Select(one => new Finding(one.Id, $"{one.Id} waits for you "
                + (one.Since is { } since
                    ? $"since {Words.Of(now - since)}" : $"for more than {Words.Of(arguments.Over)}")
                + $": {one.Why} ({Command(arguments.What, one.Id)})"))
            .ToList();
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", lines).WithCount("waiting", waiting.Count)
                .WithCount("too_long", findings.Count),
            arguments.Fact,
            new HeldSight(open.Count == 0, open, waiting.Count, [.. waiting.Take(ShownMax)]));
    }

    private static string Command(HeldSide what, string id) => what switch
    {
        HeldSide.Held => $"kobe resolve {id} done|rerun|drop --reason …",
        HeldSide.Quarantine => $"kobe unquarantine {id} --reason …",
        _ => $"kobe enable {id} --reason …",
    };
}
