using Kobe.Contracts;
using Kobe.Hosting;

namespace Kobe.Tests.Brain;

/// <summary>What a scripted handler does with one start.</summary>
/// <param name="Outcome">How it ends by itself.</param>
/// <param name="Seconds">After how long; it hangs when null.</param>
internal sealed record Script(AttemptOutcome Outcome, double? Seconds = 1)
{
    public static Script Ok { get; } = new(AttemptOutcome.Succeeded);

    public static Script Fails { get; } = new(AttemptOutcome.Failed) { Error = "no luck" };

    public static Script Fatal { get; } = new(AttemptOutcome.Fatal) { Error = "no hope" };

    public static Script Dies { get; } = new(AttemptOutcome.Died) { Error = "exit code 0 without an answer" };

    public static Script Hangs { get; } = new(AttemptOutcome.Succeeded, null);

    public static Script Skips { get; } = new(AttemptOutcome.Skipped) { Reason = "nothing to do" };

    public static Script Takes(double seconds) => new(AttemptOutcome.Succeeded, seconds);

    public static Script Snoozes(DateTimeOffset until) => new(AttemptOutcome.Snoozed) { Until = until };

    public static Script Says(ReconcileAnswer answer) => new(AttemptOutcome.Reconciled) { Answer = answer };

    public static Script Publishes(string fact, string json) =>
        new(AttemptOutcome.Succeeded) { Facts = new Dictionary<string, string> { [fact] = json } };

    /// <summary>Whether it ends when its token is cancelled.</summary>
    public bool HeedsToken { get; init; }

    public string? Error { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? Until { get; init; }

    public ReconcileAnswer? Answer { get; init; }

    public Dictionary<string, string> Facts { get; init; } = [];
}
