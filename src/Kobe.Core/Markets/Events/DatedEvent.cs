using Kobe.Contracts;

namespace Kobe.Core.Markets.Events;

/// <summary>One entry of the events list.</summary>
/// <param name="Date">The civil date in New York.</param>
/// <param name="Time">Wall-clock time in New York since midnight.</param>
/// <param name="Name">What happens, for people.</param>
/// <param name="Source">Who announced it, and where.</param>
/// <param name="Confirmed">Whether the announcement is final.</param>
/// <param name="Season">The season that the date gains by it, or none.</param>
public sealed record DatedEvent(
    DateOnly Date, TimeSpan Time, string Name, string Source, bool Confirmed, Season Season = Season.NONE);
