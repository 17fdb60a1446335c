namespace Kobe.Core.Schedules;

/// <summary>How much is read, and the widest ranges of a row's values (semantics, "Row reference").</summary>
public static class ScheduleLimits
{
    /// <summary>Files in one schedule.</summary>
    public const int FilesMax = 100;

    /// <summary>Rows in one file.</summary>
    public const int RowsOfFileMax = 5_000;

    /// <summary>Rows in all files together.</summary>
    public const int RowsMax = 20_000;

    /// <summary>Retries after the first attempt.</summary>
    public const int RetriesMax = 10;

    /// <summary>Late occurrences that <c>catch_up: { all: n }</c> may run.</summary>
    public const int CatchUpMax = 1_000;

    /// <summary>Occurrences of a date that <c>max_per_day</c> may allow: one a minute.</summary>
    public const int PerDayMax = 1_440;

    /// <summary>The shortest step of <c>every</c>.</summary>
    public static readonly TimeSpan StepMin = TimeSpan.FromMinutes(1);

    /// <summary>The longest step of <c>every</c>.</summary>
    public static readonly TimeSpan StepMax = TimeSpan.FromHours(24);

    /// <summary>The shortest duration of any other key.</summary>
    public static readonly TimeSpan DurationMin = TimeSpan.FromSeconds(1);

    /// <summary>The ceiling of <c>timeout</c>, whatever the configuration says.</summary>
    public static readonly TimeSpan TimeoutCeiling = TimeSpan.FromHours(1);

    /// <summary>The longest <c>look_back</c>.</summary>
    public static readonly TimeSpan LookBackMax = TimeSpan.FromDays(8);
}
