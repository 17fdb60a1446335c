using Kobe.Core.Schedules.Cron;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>
/// What makes a row fall due. Closed: these six and no others. Its text is as the schedule writes it.
/// </summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>Certain times of a date.</summary>
    public sealed record AtTimes : Trigger
    {
        /// <summary>The times, sorted: wall-clock times first, then anchors.</summary>
        /// <param name="times">At least one; each different.</param>
        public AtTimes(IEnumerable<DayTime> times)
        {
            ArgumentNullException.ThrowIfNull(times);
            DayTime[] sorted = [.. times];
            Array.Sort(sorted, DayTime.Compare);
            Times = sorted;
            Slots = Array.ConvertAll(sorted, time => time.Anchor is null ? $"T{time}" : $"/{time}");
            HasAnchor = sorted[^1].Anchor is not null;
        }

        /// <summary>
        /// The times in the order in which they count when several meet at one instant: the last wins.
        /// </summary>
        public IReadOnlyList<DayTime> Times { get; }

        internal string[] Slots { get; }

        internal bool HasAnchor { get; }

        /// <inheritdoc/>
        public bool Equals(AtTimes? other) => other is not null && Times.SequenceEqual(other.Times);

        /// <inheritdoc/>
        public override int GetHashCode() => Times.Count;

        /// <inheritdoc/>
        public override string ToString() =>
            Times.Count == 1 ? $"at {Times[0]}" : $"at [{string.Join(", ", Times)}]";
    }

    /// <summary>Fixed steps of elapsed time in a half-open window of the date, the first at its start.</summary>
    /// <param name="Step">The distance, a minute or more.</param>
    /// <param name="From">Where the window begins; null means at the start of the civil date.</param>
    /// <param name="To">Where it ends; null means at the end of the civil date.</param>
    public sealed record Every(TimeSpan Step, DayTime? From, DayTime? To) : Trigger
    {
        /// <inheritdoc/>
        public override string ToString() => $"every {DurationText.Format(Step)}"
            + (From is { } from ? $" from {from}" : "") + (To is { } to ? $" to {to}" : "");
    }

    /// <summary>Whenever nothing else is ready.</summary>
    /// <param name="Cooldown">The least time between an end and the next start.</param>
    public sealed record Whenever(TimeSpan Cooldown) : Trigger
    {
        /// <inheritdoc/>
        public override string ToString() => $"whenever, cooldown {DurationText.Format(Cooldown)}";
    }

    /// <summary>The wall-clock times of a cron expression.</summary>
    /// <param name="Expression">The expression.</param>
    public sealed record ByCron(CronExpression Expression) : Trigger
    {
        /// <inheritdoc/>
        public override string ToString() => $"cron {Expression}";
    }

    /// <summary>One instant.</summary>
    /// <param name="Date">Its civil date in the row's zone.</param>
    /// <param name="Time">Its wall-clock time there.</param>
    /// <param name="Instant">The instant (UTC) when the row gives an offset; null when the zone decides.</param>
    public sealed record Once(DateOnly Date, TimeOnly Time, DateTimeOffset? Instant) : Trigger
    {
        /// <inheritdoc/>
        public override string ToString() => $"once {Date:yyyy-MM-dd}T{Time:HH:mm:ss}";
    }

    /// <summary>Once at each start of the brain.</summary>
    public sealed record OnStart : Trigger
    {
        /// <inheritdoc/>
        public override string ToString() => "on_start";
    }
}
