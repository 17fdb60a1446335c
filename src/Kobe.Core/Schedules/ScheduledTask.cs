using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>One row with the effective value of every key.</summary>
/// <remarks>Meanings, ranges and defaults: semantics, "Row reference"; by category: its second table.</remarks>
public sealed record ScheduledTask
{
    // Asked of each occurrence several times: to count a list through its interface costs more than all else there.
    private readonly bool _hasNeeds;
    private readonly bool _hasAfter;

    /// <summary>Its name, <c>[a-z0-9][a-z0-9_.-]{0,63}</c>, unique in the schedule.</summary>
    public required string Id { get; init; }

    /// <summary>The handler that it runs.</summary>
    public required string Run { get; init; }

    /// <summary>The handler's arguments in the order of the file.</summary>
    public IReadOnlyList<TaskArgument> Args { get; init; } = [];

    /// <summary>What it is for, in one line; or null.</summary>
    public string? About { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it falls due.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>The dates on which the trigger counts.</summary>
    public DaySelector On { get; init; } = DaySelector.Any;

    /// <summary>The zone of its wall-clock times and dates.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The calendar of its anchors, selectors and phases.</summary>
    public string Calendar { get; init; } = CalendarSet.DefaultName;

    /// <summary>What it is for.</summary>
    public Category Category { get; init; }

    /// <summary>What it does to positions; null for rows that are not trading.</summary>
    public TaskKind? Kind { get; init; }

    /// <summary>The phases in which it may start.</summary>
    public PhaseSet Phases { get; init; } = PhaseSet.All;

    /// <summary>
    /// The phases that it lists by their own names: entries need that where entries are for named rows.
    /// </summary>
    public PhaseSet PhasesNamed { get; init; }

    /// <summary>The modes in which it may start.</summary>
    public ModeSet Modes { get; init; } = ModeSet.All;

    /// <summary>The seasons of which one must hold; none means at all times.</summary>
    public Contracts.Season Seasons { get; init; }

    /// <summary>The conditions on facts, which must all hold.</summary>
    public IReadOnlyList<FactCondition> When
    {
        get;
        init => (field, HasConditions) = (value, value.Count > 0);
    }

    = [];

    /// <summary>Whether <see cref="When"/> has any.</summary>
    public bool HasConditions { get; private init; }

    /// <summary>The facts that must be there.</summary>
    public IReadOnlyList<FactNeed> Needs
    {
        get;
        init => (field, _hasNeeds) = (value, value.Count > 0);
    }

    = [];

    /// <summary>The tasks that must have ended.</summary>
    public IReadOnlyList<AfterTask> After
    {
        get;
        init => (field, _hasAfter) = (value, value.Count > 0);
    }

    = [];

    /// <summary>Whether <see cref="Needs"/> or <see cref="After"/> has any.</summary>
    public bool HasRequirements => _hasNeeds || _hasAfter;

    /// <summary>1, critical, to 10.</summary>
    public int Priority { get; init; } = 3;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many attempts may follow the first.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The waits between attempts.</summary>
    public Backoff Backoff { get; init; } = Backoff.Default;

    /// <summary>How late it may start before <see cref="CatchUp"/> is asked.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>Which of the occurrences that are later than the grace are run.</summary>
    public required CatchUp CatchUp { get; init; }

    /// <summary>When an occurrence must not start any more.</summary>
    public required Expiry Expires { get; init; }

    /// <summary>What follows an attempt in doubt.</summary>
    public required OnUnknown OnUnknown { get; init; }

    /// <summary>Whether it may be stopped for a critical occurrence.</summary>
    public required Preemption Preemptible { get; init; }

    /// <summary>What becomes of an older occurrence that still waits.</summary>
    public OverlapRule Overlap { get; init; }

    /// <summary>Whether the date's first occurrence that starts claims the date.</summary>
    public bool OncePerDay { get; init; }

    /// <summary>How many occurrences of one date may start; null means all.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>How far back a downtime is judged occurrence by occurrence.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Waiting this long raises the priority by one step; null means never.</summary>
    public TimeSpan? Ageing { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What becomes of a wall-clock time that a date lacks.</summary>
    public GapPolicy DstGap { get; init; }

    /// <summary>Which pass of a wall-clock time that a date has twice.</summary>
    public OverlapPolicy DstOverlap { get; init; }

    /// <summary>Whether its occurrences run; those of a disabled row end disabled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where the row stands.</summary>
    public Mark Mark { get; init; }

    /// <summary>Its place among the rows of its schedule, from 0: there it is found without a search; below 0 before
    /// it is in one. A changed copy keeps the place and does not stand there.</summary>
    public int Place { get; internal init; } = -1;

    /// <summary>Where its values come from.</summary>
    internal Origins Origins { get; init; } = Origins.None;

    /// <summary>
    /// Whether another version of this row falls due at the same times: if not, a reload counts it as edited.
    /// </summary>
    /// <param name="other">The row of the same id in another schedule.</param>
    public bool FallsDueLike(ScheduledTask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Trigger == other.Trigger && On == other.On && Zone.Id == other.Zone.Id && Calendar == other.Calendar
            && DstGap == other.DstGap && DstOverlap == other.DstOverlap;
    }
}
