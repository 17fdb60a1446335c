using Kobe.Hosting;

namespace Kobe.Simulation.Faults;

/// <summary>How one start will go.</summary>
internal readonly record struct Performance
{
    /// <summary>What the host says at its end; with no end it hangs.</summary>
    public AttemptOutcome Outcome { get; init; }

    /// <summary>How long it takes, or null when only a kill ends it.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When the outside sees its effect, from its start; null when it has none.</summary>
    public TimeSpan? EffectAfter { get; init; }

    /// <summary>How long after its token was cancelled it answers; null when it heeds no token.</summary>
    public TimeSpan? HeedsAfter { get; init; }

    /// <summary>What the host says of it; null when the outcome says enough.</summary>
    public string? Error { get; init; }

    /// <summary>How long it wants to wait, when it snoozes.</summary>
    public TimeSpan Snooze { get; init; }
}
