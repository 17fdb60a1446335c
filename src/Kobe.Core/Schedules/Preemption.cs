namespace Kobe.Core.Schedules;

/// <summary>Whether a running attempt may be stopped in favour of a critical occurrence.</summary>
public enum Preemption
{
    /// <summary>Never.</summary>
    No,

    /// <summary>
    /// If stopping does no harm: no effects, or idempotent ones that are retried. A category's default.
    /// </summary>
    IfEffectsAllow,

    /// <summary>The row asks for it; a handler whose effects forbid it makes the row an error.</summary>
    Yes,
}
