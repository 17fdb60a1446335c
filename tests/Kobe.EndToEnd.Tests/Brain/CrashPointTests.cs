using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>
/// The brain is killed, as by kill -9, at each step of a run, under each policy for what is then unknown; a second
/// brain finds what the first left. One table says how each may end.
/// </summary>
public sealed class CrashPointTests
{
    private const string Before = "2026-11-20T15:04:00Z";
    private const string Crash = "2026-11-20T15:05:01Z";
    private const string After = "2026-11-20T15:05:20Z";

    private static readonly Dictionary<string, string> Policies = new()
    {
        ["reconcile"] = "run: effects.ask, category: trading, kind: other, on_unknown: reconcile, args: { folder: . }",
        ["retry+key"] = "run: effects.write, on_unknown: retry, args: { folder: ., honours: true }",
        ["retry"] = "run: effects.write, on_unknown: retry, args: { folder: . }",
        ["skip"] = "run: effects.write, on_unknown: skip, args: { folder: . }",
        ["alert"] = "run: effects.write, on_unknown: alert, args: { folder: . }",
    };

    /// <summary>Step, policy, starts, effects, and what became of it.</summary>
    public static TheoryData<string, string, string, string, string> Table { get; } = new()
    {
        // Nothing is written: it is still due, and runs once.
        { "before-started", "reconcile", "1", "1", "Succeeded" },
        { "before-started", "retry+key", "1", "1", "Succeeded" },
        { "before-started", "retry", "1", "1", "Succeeded" },
        { "before-started", "skip", "1", "1", "Succeeded" },
        { "before-started", "alert", "1", "1", "Succeeded" },

        // Half a line is none.
        { "torn-started", "reconcile", "1", "1", "Succeeded" },
        { "torn-started", "retry+key", "1", "1", "Succeeded" },
        { "torn-started", "retry", "1", "1", "Succeeded" },
        { "torn-started", "skip", "1", "1", "Succeeded" },
        { "torn-started", "alert", "1", "1", "Succeeded" },

        // It is written and was not called, which nobody can know.
        { "started-written", "reconcile", "2", "1", "Succeeded" },
        { "started-written", "retry+key", "2", "1", "Succeeded" },
        { "started-written", "retry", "2", "1", "Succeeded" },
        { "started-written", "skip", "1", "0", "Interrupted" },
        { "started-written", "alert", "1", "0", "Held" },
        { "started-synced", "reconcile", "2", "1", "Succeeded" },
        { "started-synced", "retry+key", "2", "1", "Succeeded" },
        { "started-synced", "retry", "2", "1", "Succeeded" },
        { "started-synced", "skip", "1", "0", "Interrupted" },
        { "started-synced", "alert", "1", "0", "Held" },

        // It was called: the effect may have happened before the runner died with its brain.
        { "invoked", "reconcile", "1-2", "1", "Succeeded" },
        { "invoked", "retry+key", "2", "1", "Succeeded" },
        { "invoked", "retry", "2", "1-2", "Succeeded" },
        { "invoked", "skip", "1", "0-1", "Interrupted" },
        { "invoked", "alert", "1", "0-1", "Held" },

        // It has happened: only the handler that is asked knows, only the one that honours the key does no harm.
        { "after-effect", "reconcile", "1", "1", "Succeeded" },
        { "after-effect", "retry+key", "2", "1", "Succeeded" },
        { "after-effect", "retry", "2", "2", "Succeeded" },
        { "after-effect", "skip", "1", "1", "Interrupted" },
        { "after-effect", "alert", "1", "1", "Held" },
        { "torn-ended", "reconcile", "1", "1", "Succeeded" },
        { "torn-ended", "retry+key", "2", "1", "Succeeded" },
        { "torn-ended", "retry", "2", "2", "Succeeded" },
        { "torn-ended", "skip", "1", "1", "Interrupted" },
        { "torn-ended", "alert", "1", "1", "Held" },

        // The end is written: it stands.
        { "ended-written", "reconcile", "1", "1", "Succeeded" },
        { "ended-written", "retry+key", "1", "1", "Succeeded" },
        { "ended-written", "retry", "1", "1", "Succeeded" },
        { "ended-written", "skip", "1", "1", "Succeeded" },
        { "ended-written", "alert", "1", "1", "Succeeded" },
        { "ended-synced", "reconcile", "1", "1", "Succeeded" },
        { "ended-synced", "retry+key", "1", "1", "Succeeded" },
        { "ended-synced", "retry", "1", "1", "Succeeded" },
        { "ended-synced", "skip", "1", "1", "Succeeded" },
        { "ended-synced", "alert", "1", "1", "Succeeded" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Crash_LeavesOneFinalStateOrAHeldRun_AndTheEffectsOfItsPolicy(
        string step, string policy, string starts, string effects, string final)
    {
        using var home = new Home($"id: t, at: \"10:05\", {Policies[policy]}").PlannedUpTo(Before);
        var (point, torn) = step.StartsWith("torn-", StringComparison.Ordinal)
            ? (step["torn-".Length..] + "-written", true)
            : (step, false);
        var crash = await home.Once(Crash, point);
        Assert.True(crash.ExitCode == 128 + 9, $"exit {crash.ExitCode}: {crash.Error}");
        if (torn)
        {
            home.Journal.TearLastLine();
        }

        var next = await home.Once(After);

        var ledger = home.Journal.Fold();
        var run = Assert.Single(ledger.RunsOf("t", new(2026, 11, 20)));
        var state = run.State == RunState.Final ? run.Final.ToString() : run.State.ToString();
        Assert.Equal(
            (final, final == "Succeeded" ? 0 : 1), (state, next.ExitCode));
        AssertWithin(starts, run.Starts);
        AssertWithin(effects, Effects(home));
        Assert.Null(ledger.Running);
        Assert.Equal(
            final != "Succeeded", next.Error.Contains(final.ToUpperInvariant() + ": ", StringComparison.Ordinal));
        Assert.Empty(home.Processes());
    }

    private static int Effects(Home home)
    {
        var file = Path.Combine(home.Root, "t.effects");
        return File.Exists(file) ? File.ReadAllLines(file).Length : 0;
    }

    private static void AssertWithin(string range, int value)
    {
        var ends = range.Split('-').Select(int.Parse).ToList();
        Assert.InRange(value, ends[0], ends[^1]);
    }
}
