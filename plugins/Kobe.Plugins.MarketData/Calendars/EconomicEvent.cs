namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>A release or decision that prices may jump at.</summary>
/// <param name="At">When, with the exchange's offset.</param>
/// <param name="Name">What, for people.</param>
/// <param name="By">Who says so: <c>rule</c> (its usual day), <c>file</c> (the owner's), <c>calendar</c> (the events
/// file of the schedule).</param>
internal sealed record EconomicEvent(DateTimeOffset At, string Name, string By);
