namespace Kobe.Desk.Orders.Gates;

/// <summary>How a gate judged.</summary>
public enum Grade
{
    /// <summary>Well within the limit.</summary>
    Passed,

    /// <summary>Within the limit, and at 80 % of it or beyond.</summary>
    Warned,

    /// <summary>Beyond the limit, or what would be needed to judge is missing.</summary>
    Denied,
}
