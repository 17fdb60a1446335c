namespace Kobe.Plugins.Trading.Reports;

/// <summary>The stretch of time that a report tells about.</summary>
public enum ReportSpan
{
    /// <summary>Before the open: equity, positions, the plan.</summary>
    Brief,

    /// <summary>Today until now, in the first half of the session.</summary>
    Morning,

    /// <summary>Today until now, before the last hours.</summary>
    Afternoon,

    /// <summary>The whole day.</summary>
    Day,

    /// <summary>The last seven days.</summary>
    Week,

    /// <summary>The calendar month of the last session.</summary>
    Month,

    /// <summary>The calendar quarter of the last session.</summary>
    Quarter,

    /// <summary>The calendar year of the last session.</summary>
    Year,
}
