namespace Kobe.Core.Schedules;

/// <summary>Which of several late occurrences are run.</summary>
public enum CatchUpChoice
{
    /// <summary>None.</summary>
    None,

    /// <summary>The newest one.</summary>
    Latest,

    /// <summary>The oldest one.</summary>
    Earliest,

    /// <summary>All, up to a number.</summary>
    All,
}
