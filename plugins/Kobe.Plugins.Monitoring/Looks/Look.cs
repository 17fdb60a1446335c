using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>What looks at the journal and the views have in common: what can't be read is a failure.</summary>
internal static class Look
{
    // The shortest and the longest time that a look goes back.
    private static readonly TimeSpan OverMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OverMax = TimeSpan.FromDays(62);

    /// <summary>Takes a look; a file that can't be read makes it fail.</summary>
    public static Task<TaskResult> Take(Func<TaskResult> look)
    {
        try
        {
            return Task.FromResult(look());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"What is looked at can't be read: {unreadable.Message}"));
        }
    }

    /// <summary>Looks at the journal of a stretch and the rows in force.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="state">The state directory as the row says it, or null.</param>
    /// <param name="stretch">Which time.</param>
    /// <param name="over">How long, where the stretch doesn't say it.</param>
    /// <param name="look">Looks: window, rows, state directory.</param>
    public static Task<TaskResult> Journal(
        TaskContext context, string? state, Stretch stretch, TimeSpan over,
        Func<Window, TaskBook, string, TaskResult> look) =>
        Take(() =>
        {
            if (over < OverMin || over > OverMax)
            {
                return new TaskResult.Fatal($"over is {Words.Of(over)}: it lies between 1m and 62d.");
            }

            if (Window.Of(context, stretch, over, out var why) is not { } window)
            {
                return new TaskResult.Skipped(why);
            }

            var directory = Places.State(state);
            return TaskBook.Read(directory, out why) is { } book
                ? look(window, book, directory)
                : new TaskResult.Skipped(why);
        });

    /// <summary>Publishes what was seen under the row's fact.</summary>
    public static TaskResult.Succeeded Seen<T>(Evidence evidence, string fact, T value) =>
        new(evidence, Fact.Of(fact, value));
}
