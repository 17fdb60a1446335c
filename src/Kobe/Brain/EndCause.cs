namespace Kobe.Brain;

/// <summary>Why the end of a running attempt was asked for.</summary>
internal enum EndCause
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Its time limit.</summary>
    Timeout,

    /// <summary>A critical occurrence.</summary>
    Preemption,

    /// <summary>A person.</summary>
    Person,

    /// <summary>The brain stops.</summary>
    Stop,
}
