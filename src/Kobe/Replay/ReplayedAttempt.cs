using Kobe.Core.Runs;
using Kobe.Hosting;

namespace Kobe.Replay;

/// <summary>An attempt as its brain sees it, on the replay's clock: when it ends there, and what that takes.</summary>
/// <param name="request">What was asked.</param>
/// <param name="key">The occurrence.</param>
/// <param name="started">When it started, by the replay's monotonic clock.</param>
internal sealed class ReplayedAttempt(AttemptRequest request, OccurrenceKey key, TimeSpan started)
{
    /// <summary>How long the kernel takes to be rid of a process, on the replay's clock.</summary>
    private static readonly TimeSpan Reaping = TimeSpan.FromMilliseconds(2);

    public AttemptRequest Request { get; } = request;

    public OccurrenceKey Key { get; } = key;

    /// <summary>How it really ended; null while it runs.</summary>
    public AttemptResult? Result { get; private set; }

    /// <summary>When the brain hears of it, by the replay's monotonic clock; null: not before it cancels or
    /// kills.</summary>
    public TimeSpan? EndsAt { get; private set; }

    private TimeSpan Deadline => started + (Request.Deadline - Request.Replay!.Now);

    /// <summary>It has really ended.</summary>
    /// <param name="result">How.</param>
    /// <param name="limits">What it takes.</param>
    /// <param name="isCut">Whether its real time was over: on the replay's clock, too, it ran to its limit.</param>
    public void End(AttemptResult result, ReplayLimits limits, bool isCut)
    {
        Result = result;
        if (result.Outcome == AttemptOutcome.Cancelled || (result.Outcome == AttemptOutcome.Died && IsKilled))
        {
            return;
        }

        var waited = result.Now - Request.Replay!.Now ?? TimeSpan.Zero;
        var ends = started + waited + limits.Work;
        EndsAt = isCut || (ends > Deadline && started + waited <= Deadline) ? Deadline : ends;
    }

    /// <summary>The brain cancels it.</summary>
    public void Cancel(TimeSpan now)
    {
        if (Result is { Outcome: AttemptOutcome.Cancelled })
        {
            EndsAt ??= now + Reaping;
        }
        else if (now < Deadline && EndsAt > now)
        {
            // It has done its work and only waited on; what has had its effect says so.
            EndsAt = now;
        }
    }

    /// <summary>The brain kills it.</summary>
    public void Kill(TimeSpan now)
    {
        if (!(EndsAt <= now + Reaping))
        {
            EndsAt = now + Reaping;
            Result = Result! with { Outcome = AttemptOutcome.Died, Error = Result.Error ?? "its process was killed" };
        }
    }

    /// <summary>The replay is over: what is known is said now.</summary>
    public void EndNow(TimeSpan now) => EndsAt = now;

    // By its host, which then gives the reason; a crash of its own has none.
    private bool IsKilled => Result?.Reason is not null;
}
