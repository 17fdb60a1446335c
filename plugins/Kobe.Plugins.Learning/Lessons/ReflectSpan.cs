namespace Kobe.Plugins.Learning.Lessons;

/// <summary>Over how long is looked back.</summary>
public enum ReflectSpan
{
    /// <summary>Today.</summary>
    Day,

    /// <summary>The week from Monday on.</summary>
    Week,
}
