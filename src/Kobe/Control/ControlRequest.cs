using Kobe.Brain;
using Kobe.Core.Runs;

namespace Kobe.Control;

/// <summary>One thing that a person, or a breaker, asks of the brain: the same from every side.</summary>
/// <remarks>Whoever takes it answers for <paramref name="By"/>: it is what the audit line says.</remarks>
/// <param name="Verb">What.</param>
/// <param name="Subject">On what: a task id, a key, <c>all</c>; empty for the whole scheduler.</param>
/// <param name="By">Who, with the side it came from: <c>cli:ann</c>, <c>telegram:42</c>.</param>
/// <param name="Reason">Why, in the person's words.</param>
internal sealed record ControlRequest(ControlVerb Verb, string Subject, string By, string Reason)
{
    /// <summary>For pause: when it ends by itself, UTC; null when only a person ends it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>For trigger and backfill: part of their keys; the same request twice runs nothing twice.</summary>
    public string Id { get; init; } = "";

    /// <summary>For trigger: arguments over the row's.</summary>
    public JsonText? Args { get; init; }

    /// <summary>For trigger: whether filters are left aside.</summary>
    public bool Force { get; init; }

    /// <summary>For resolve: what became of it.</summary>
    public Resolution How { get; init; }

    /// <summary>For backfill: the first date.</summary>
    public DateOnly From { get; init; }

    /// <summary>For backfill: the last date.</summary>
    public DateOnly To { get; init; }

    /// <summary>For reload: what to put into force; filled in by the door, which reads the files.</summary>
    public Roster? Roster { get; init; }
}
