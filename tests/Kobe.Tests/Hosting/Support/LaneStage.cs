using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;
using Kobe.Runner.Plugins;

namespace Kobe.Tests.Hosting;

/// <summary>A runner's lane without its process: one handler, made of what a test wants done, on a replayed clock.</summary>
internal sealed class LaneStage : ILaneListener
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);

    private readonly TaskCompletionSource _overran = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the lane says that the handler waits beyond its kill.</summary>
    public Task HasOverrun => _overran.Task;

    /// <summary>Runs a handler at <see cref="Begin"/>, with 30 s to its deadline and 2 more to its kill.</summary>
    public AttemptAnswer Run(Func<TaskContext, CancellationToken, Task> work)
    {
        var record = new HandlerRecord("test.work", "", Effects.Idempotent, false, "", [], []);
        var lane = new AttemptLane(
            new Dictionary<string, HandlerEntry> { [record.Name] = new(record, () => new Handler(work), null) }, this, TimeProvider.System);
        return lane.Run(new()
        {
            Ticket = 1,
            Handler = record.Name,
            Key = "work@2026-11-20/1",
            Task = "work",
            DueAt = Begin,
            Deadline = Begin.AddSeconds(30),
            KillAt = Begin.AddSeconds(32),
            Attempt = 1,
            Start = 1,
            Arguments = default,
            Market = Markets.Quiet,
            Now = Begin,
        });
    }

    public void Overran(long ticket) => _overran.TrySetResult();

    public void Logged(long ticket, LogLevel level, string message)
    {
    }

    public void Progressed(long ticket, double fraction, string? text)
    {
    }

    public void Notified(long ticket, Urgency urgency, string text)
    {
    }

    public void Discovered(long ticket, Discovery discovery)
    {
    }

    private sealed class Handler(Func<TaskContext, CancellationToken, Task> work) : ITaskHandler
    {
        public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
        {
            await work(context, cancellation);
            return new TaskResult.Succeeded();
        }
    }
}
