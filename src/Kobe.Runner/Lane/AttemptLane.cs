using Kobe.Contracts;
using Kobe.Runner.Plugins;

namespace Kobe.Runner.Lane;

/// <summary>Carries out one order at a time, on the caller's thread. Nothing that a handler does comes out of it as
/// an exception.</summary>
internal sealed class AttemptLane(
    IReadOnlyDictionary<string, HandlerEntry> handlers, ILaneListener listener, TimeProvider clock)
{
    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private long runningTicket;
    private long cancelledTicket;

    /// <summary>The facts that handlers read.</summary>
    public FactShelf Facts { get; } = new();

    /// <summary>The secrets that handlers read.</summary>
    public SecretShelf Secrets { get; } = new();

    /// <summary>Carries out an order.</summary>
    public AttemptAnswer Run(AttemptOrder order)
    {
        if (!handlers.TryGetValue(order.Handler, out var handler))
        {
            return new(AttemptEnd.Fatal) { Error = $"No loaded plugin has the handler {order.Handler}." };
        }

        var reports = new LaneReports(order.Ticket, listener, clock);
        using var cancellation = new CancellationTokenSource();
        using var replayed = order.Now is null ? null : new ReplayedClock(
            order, clock, () => Cancel(order.Ticket), () => listener.Overran(order.Ticket));
        Enter(order.Ticket, cancellation);
        try
        {
            var answer = Run(order, handler, reports, replayed ?? clock, cancellation.Token);
            return replayed is null ? answer : answer with { Now = replayed.GetUtcNow() };
        }
        finally
        {
            reports.Close();
            Leave();
        }
    }

    /// <summary>Cancels an order that runs or is about to.</summary>
    /// <remarks>A plugin's own code may run in here, and may never come back: the caller gives a thread for
    /// it.</remarks>
    public void Cancel(long ticket)
    {
        CancellationTokenSource? source;
        lock (gate)
        {
            cancelledTicket = ticket;
            source = runningTicket == ticket ? running : null;
        }

        try
        {
            source?.Cancel();
        }
        catch (Exception bad) when (bad is AggregateException or ObjectDisposedException)
        {
            listener.Logged(ticket, LogLevel.Warning, "Cancelling: " + bad.Message);
        }
    }

    private void Enter(long ticket, CancellationTokenSource cancellation)
    {
        lock (gate)
        {
            running = cancellation;
            runningTicket = ticket;
            if (cancelledTicket == ticket)
            {
                cancellation.Cancel();
            }
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            running = null;
            runningTicket = 0;
        }
    }

    private AttemptAnswer Run(
        AttemptOrder order, HandlerEntry entry, LaneReports reports, TimeProvider time, CancellationToken cancellation)
    {
        ITaskHandler handler;
        TaskContext context;
        try
        {
            context = Context(order, entry, reports, time);
            handler = entry.Make();
        }
        catch (Exception bad)
        {
            // Before the handler ran nothing can have happened: not even the strictest effects make this Unknown.
            return Faults.BeforeRun(bad, reports);
        }

        try
        {
            return order.InDoubt is null
                ? Answers.Of(Wait(handler.RunAsync(context, cancellation), context.Clock), entry, order.Arguments)
                : Reconcile(handler, new() { Attempt = context, Reason = order.InDoubt }, cancellation);
        }
        catch (Exception bad)
        {
            return Faults.OfRun(bad, entry.Record.Effects, order.InDoubt is not null, reports, cancellation);
        }
    }

    private static T Wait<T>(Task<T> work, TimeProvider time)
    {
        (time as ReplayedClock)?.Follow(work);
        return work.GetAwaiter().GetResult();
    }

    private static AttemptAnswer Reconcile(
        ITaskHandler handler, ReconcileContext context, CancellationToken cancellation) =>
        handler is IReconcilingHandler asked
            ? new(AttemptEnd.Reconciled)
            {
                Reconciled = Wait(asked.ReconcileAsync(context, cancellation), context.Attempt.Clock),
            }
            : new(AttemptEnd.Reconciled)
            {
                Reconciled = ReconcileAnswer.Unknown,
                Reason = "The handler can't be asked.",
            };

    private TaskContext Context(
        AttemptOrder order, HandlerEntry entry, LaneReports reports, TimeProvider time) => new()
    {
        Key = order.Key,
        Task = order.Task,
        DueAt = order.DueAt,
        Deadline = order.Deadline,
        Clock = time,
        Attempt = order.Attempt,
        Start = order.Start,
        Market = order.Market,
        ArgumentsRecord = entry.Arguments?.Bind(order.Arguments),
        Facts = Facts,
        Log = reports,
        Reports = reports,
        Secrets = Secrets.Of(entry.Record.Plugin),
    };
}
