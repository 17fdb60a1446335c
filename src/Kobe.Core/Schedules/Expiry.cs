using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>When an occurrence must not start any more.</summary>
/// <remarks>Rows write the first four; the last two make the category defaults out of them.</remarks>
public abstract record Expiry
{
    private Expiry()
    {
    }

    /// <summary>A time after due.</summary>
    /// <param name="Time">Elapsed time, more than zero.</param>
    public sealed record After(TimeSpan Time) : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => DurationText.Format(Time);
    }

    /// <summary>The task's next occurrence that is neither coalesced nor on a closing.</summary>
    public sealed record NextSlot : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => "next-slot";
    }

    /// <summary>The end of the phase that it fell due in; on a closing the end of the date.</summary>
    public sealed record PhaseEnd : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => "phase-end";
    }

    /// <summary>An instant of the date's session; a date without one has none.</summary>
    /// <param name="Anchor">The instant.</param>
    public sealed record At(Anchor Anchor) : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => AnchorText.Format(Anchor);
    }

    /// <summary>The earlier of two; one that the date lacks does not count.</summary>
    /// <param name="First">One.</param>
    /// <param name="Second">The other.</param>
    public sealed record Earlier(Expiry First, Expiry Second) : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => $"the earlier of {First} and {Second}";
    }

    /// <summary>The later of two; one that the date lacks does not count.</summary>
    /// <param name="First">One.</param>
    /// <param name="Second">The other.</param>
    public sealed record Later(Expiry First, Expiry Second) : Expiry
    {
        /// <inheritdoc/>
        public override string ToString() => $"the later of {First} and {Second}";
    }
}
