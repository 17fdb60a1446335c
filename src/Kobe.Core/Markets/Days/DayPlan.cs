namespace Kobe.Core.Markets.Days;

/// <summary>A day while the rules are being applied to it: wall-clock times, not yet instants.</summary>
internal readonly record struct DayPlan(
    DayKind Kind, TimeSpan Open, TimeSpan Close, string? Name = null, string? Source = null)
{
    public bool HasSession => Kind is DayKind.Session or DayKind.EarlyClose;
}
