using Kobe.Core.Markets;

namespace Kobe.Replay;

/// <summary>What is to be replayed.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Zone">The zone of both.</param>
internal sealed record ReplayPlan(DateOnly From, DateOnly To, TimeZoneInfo Zone)
{
    /// <summary>Seconds of the replay in a second; null: as fast as it can.</summary>
    public double? Speed { get; init; }

    /// <summary>How fast it goes from when on.</summary>
    /// <value><see cref="Speed"/> all the time.</value>
    public IReadOnlyList<PaceStep> Pace
    {
        get => field ?? (Speed is { } speed ? [new(End, speed)] : []);
        init;
    }

    /// <summary>Whether the desk's faults by script count.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The folder of bars; null: the made-up market.</summary>
    public string? Bars { get; init; }

    /// <summary>What the made-up market follows from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long attempts take.</summary>
    public required ReplayLimits Limits { get; init; }

    /// <summary>The first instant (UTC).</summary>
    public DateTimeOffset Begin => new LocalDay(From, Zone).Start;

    /// <summary>The instant (UTC) after the last day.</summary>
    public DateTimeOffset End => new LocalDay(To, Zone).End;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether nothing of the market in it is real.</summary>
    public bool IsSynthetic => Bars is null;
}
