namespace Kobe.Brain;

/// <summary>How urgent an alert is.</summary>
internal enum AlertLevel
{
    /// <summary>Good to know.</summary>
    Notice,

    /// <summary>Look at it today.</summary>
    Warning,

    /// <summary>Look at it now.</summary>
    Critical,
}
