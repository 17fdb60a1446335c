using Kobe.Core.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Keeps what rows did, and says what is wrong with it.</summary>
internal sealed class RowFindings(IReadOnlyList<ScheduledTask> rows, string state)
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> effects = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];

    /// <summary>Rows without a checked success, successes that show nothing, and pairs with one effect; each with its reason.</summary>
    public IReadOnlyList<string> Wrong =>
        [.. wrong, .. rows.Where(row => !IsDone(row)).Select(row => last.GetValueOrDefault(row.Id, $"{row.Id} ({row.Run}) was never due"))];

    public int Done => done.Count;

    /// <summary>Fails with each row that did not do what it should, a line or more for each.</summary>
    public void ShouldBeRight() => Assert.True(Wrong.Count == 0, $"{Wrong.Count} findings:\n{string.Join('\n', Wrong)}");

    /// <summary>Whether a row has succeeded with evidence.</summary>
    public bool IsDone(ScheduledTask row) => done.Contains(row.Id);

    /// <summary>Takes what a row did.</summary>
    /// <param name="run">The row and its end.</param>
    /// <param name="isEnough">Whether it did what was prepared for it; a success that only looked is none then.</param>
    public void Take(RowRun run, bool isEnough = true)
    {
        last[run.Row.Id] = run.ToString();
        if (!run.Succeeded || IsDone(run.Row))
        {
            return;
        }

        if (!isEnough)
        {
            last[run.Row.Id] = $"{run.Row.Id} ({run.Row.Run}) did not do what was prepared for it: {run.Result.Evidence}";
            return;
        }

        done.Add(run.Row.Id);
        if (!RowEffect.ShowsSomething(run.Result.Evidence))
        {
            wrong.Add($"{run.Row.Id} ({run.Row.Run}) succeeds without evidence: {run.Result.Evidence ?? "none"}");
        }

        wrong.AddRange(RowEffect.FalseOutputs(run.Result.Evidence).Select(path => $"{run.Row.Id} ({run.Row.Run}): {path} is not what its evidence says"));

        // The same look at the same thing is another one in another part of the day: what happened in between is what it looks for.
        Compare(run, run.Row.Trigger is Trigger.OnStart ? "start" : $"{run.Phase}");
    }

    /// <summary>Takes a row that was run once more, at the same instant and on the same data as others.</summary>
    public void TakeAgain(RowRun run)
    {
        if (run.Succeeded)
        {
            Compare(run, "at one instant");
        }
    }

    private void Compare(RowRun run, string part)
    {
        var effect = $"{part} {RowEffect.Of(run, state)}";
        if (!effects.TryAdd(effect, run.Row.Id))
        {
            wrong.Add($"{run.Row.Id} ({run.Row.Run}) does what {effects[effect]} does: {effect}");
        }
    }
}
