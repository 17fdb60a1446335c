using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>What a row, or the defaults of a file, say themselves; null where they are silent.</summary>
internal sealed class RowDraft(Mark mark, int keys = 0)
{
    public Mark Mark => mark;

    /// <summary>Where each value stands, in the order of the file.</summary>
    public List<Origin> Origins { get; } = new(keys);

    /// <summary>Whether anything in it was refused; then nothing is made of it.</summary>
    public bool Refused { get; set; }

    public string? Id { get; set; }

    public string? Run { get; set; }

    public IReadOnlyList<TaskArgument>? Args { get; set; }

    public string? About { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public Trigger? Trigger { get; set; }

    public DaySelector? On { get; set; }

    public string? Calendar { get; set; }

    public Category? Category { get; set; }

    public TaskKind? Kind { get; set; }

    public PhaseSet? Phases { get; set; }

    public PhaseSet PhasesNamed { get; set; }

    public ModeSet? Modes { get; set; }

    public Season? Seasons { get; set; }

    public IReadOnlyList<FactCondition>? When { get; set; }

    public IReadOnlyList<FactNeed>? Needs { get; set; }

    public IReadOnlyList<AfterTask>? After { get; set; }

    public int? Priority { get; set; }

    public TimeSpan? Timeout { get; set; }

    public int? Retries { get; set; }

    public TimeSpan? BackoffBase { get; set; }

    public TimeSpan? BackoffCap { get; set; }

    public TimeSpan? Grace { get; set; }

    public Expiry? Expires { get; set; }

    public CatchUp? CatchUp { get; set; }

    public OnUnknown? OnUnknown { get; set; }

    public bool? Preemptible { get; set; }

    public OverlapRule? Overlap { get; set; }

    public bool? OncePerDay { get; set; }

    public int? MaxPerDay { get; set; }

    public TimeSpan? LookBack { get; set; }

    /// <summary>Zero stands for <c>off</c>.</summary>
    public TimeSpan? Ageing { get; set; }

    public GapPolicy? DstGap { get; set; }

    public OverlapPolicy? DstOverlap { get; set; }

    public bool? Enabled { get; set; }

    public bool Has(SettingKey key) => Origins.Exists(origin => origin.Key == key);

    /// <summary>Where a value of this row stands; the row when it is silent.</summary>
    public Mark MarkOf(SettingKey key)
    {
        foreach (var origin in Origins)
        {
            if (origin.Key == key)
            {
                return origin.Mark;
            }
        }

        return mark;
    }
}
