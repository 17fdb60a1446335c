namespace Kobe.Core.Markets;

/// <summary>A day that no rule gives: a closing, odd hours, or a day that is open after all.</summary>
/// <param name="Date">The date in the calendar's zone.</param>
/// <param name="Kind">What the entry does.</param>
/// <param name="At">Wall-clock time of the early close or late open, since midnight; null for the others.</param>
/// <param name="Name">What the day is called.</param>
/// <param name="Source">Who announced it, and where.</param>
public sealed record OneOffDay(DateOnly Date, OneOffKind Kind, TimeSpan? At, string Name, string Source);
