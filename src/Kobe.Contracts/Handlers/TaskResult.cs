using System.Collections.Immutable;

namespace Kobe.Contracts;

/// <summary>How an attempt ended. The set is closed.</summary>
public abstract record TaskResult
{
    private TaskResult()
    {
    }

    /// <summary>The work is done.</summary>
    /// <param name="Evidence">What can be shown for it.</param>
    /// <param name="Facts">Values for later tasks; each name is declared by the handler.</param>
    public sealed record Succeeded(Evidence Evidence, params ImmutableArray<Fact> Facts) : TaskResult
    {
        /// <summary>Done, with nothing to show or publish.</summary>
        public Succeeded()
            : this(Evidence.None)
        {
        }
    }

    /// <summary>The work isn't done; trying again may help.</summary>
    /// <param name="Error">What went wrong, in a sentence.</param>
    public sealed record Failed(string Error) : TaskResult;

    /// <summary>The work isn't done, and trying again can't help.</summary>
    /// <param name="Error">What went wrong, in a sentence.</param>
    public sealed record Fatal(string Error) : TaskResult;

    /// <summary>It is too early: run again later. No attempt is used; at most 20 times, never past the
    /// expiry.</summary>
    /// <param name="Until">When to run again (UTC).</param>
    /// <param name="Why">What is being waited for.</param>
    public sealed record Snoozed(DateTimeOffset Until, string Why) : TaskResult;

    /// <summary>There is nothing to do for this occurrence.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Skipped(string Why) : TaskResult;
}
