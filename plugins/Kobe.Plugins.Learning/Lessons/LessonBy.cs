namespace Kobe.Plugins.Learning.Lessons;

/// <summary>By what trades are put together.</summary>
public enum LessonBy
{
    /// <summary>By the strategy.</summary>
    Strategy,

    /// <summary>By the hour of the entry.</summary>
    Hour,

    /// <summary>By the weekday of the entry.</summary>
    Weekday,

    /// <summary>By whether it was held over night.</summary>
    Length,

    /// <summary>By the distance of the stop.</summary>
    Stop,

    /// <summary>By the sector.</summary>
    Sector,

    /// <summary>By the symbol.</summary>
    Symbol,
}
