using Kobe.Contracts;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>The one attempt of a host, from its start to its result.</summary>
internal sealed class RunningAttempt(AttemptRequest request, long ticket)
{
    private readonly List<Discovery> discoveries = [];

    public AttemptRequest Request { get; } = request;

    /// <summary>The key's text, by which others name it.</summary>
    public string KeyText { get; } = request.Key.ToString();

    public long Ticket { get; } = ticket;

    /// <summary>What the market does, as the handler is told.</summary>
    public MarketContext Market { get; } = request.Market.Context;

    /// <summary>The process that has it; null while it waits for one.</summary>
    public RunnerProcess? Runner { get; set; }

    /// <summary>Why it was killed; null while it may still answer.</summary>
    public string? Killed { get; set; }

    public void Discover(Discovery discovery)
    {
        lock (discoveries)
        {
            discoveries.Add(discovery);
        }
    }

    /// <summary>The result for an answer.</summary>
    public AttemptResult Answered(AttemptAnswer answer) => Result(Outcome(answer.End)) with
    {
        Reason = answer.Reason,
        Error = answer.Error,
        Until = answer.Until,
        Evidence = answer.Evidence,
        Facts = answer.Facts,
        Answer = answer.Reconciled,
        Now = answer.Now,
    };

    /// <summary>The result when the process ended without an answer.</summary>
    public AttemptResult Died(string why) => Result(AttemptOutcome.Died) with { Reason = Killed, Error = why };

    /// <summary>The result when no handler was called.</summary>
    public AttemptResult NotStarted(string why) => Result(AttemptOutcome.NotStarted) with { Error = why };

    /// <summary>The result when it can't be told what happened, and nothing can be done about it.</summary>
    public AttemptResult Unknown(string why) => Result(AttemptOutcome.Unknown) with { Error = why };

    /// <summary>The order for a process or a lane.</summary>
    public AttemptOrder Order() => new()
    {
        Ticket = Ticket,
        InDoubt = Request.InDoubt,
        Handler = Request.Handler,
        Key = KeyText,
        Task = Request.Task,
        DueAt = Request.DueAt,
        Deadline = Request.Deadline,
        Attempt = Request.Attempt,
        Start = Request.Start,
        Arguments = Request.Arguments,
        Market = Market,
        Now = Request.Replay?.Now,
        KillAt = Request.Replay?.KillAt,
    };

    private static AttemptOutcome Outcome(AttemptEnd end) => end switch
    {
        AttemptEnd.Succeeded => AttemptOutcome.Succeeded,
        AttemptEnd.Failed => AttemptOutcome.Failed,
        AttemptEnd.Fatal => AttemptOutcome.Fatal,
        AttemptEnd.Snoozed => AttemptOutcome.Snoozed,
        AttemptEnd.Skipped => AttemptOutcome.Skipped,
        AttemptEnd.Cancelled => AttemptOutcome.Cancelled,
        AttemptEnd.Reconciled => AttemptOutcome.Reconciled,
        _ => AttemptOutcome.Unknown,
    };

    private AttemptResult Result(AttemptOutcome outcome)
    {
        lock (discoveries)
        {
            return new(Request.Key, Request.Start, outcome) { Discoveries = [.. discoveries] };
        }
    }
}
