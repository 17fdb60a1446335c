namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>A date on which a company reports.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Date">The date, a session.</param>
/// <param name="IsBeforeOpen">Whether before the open, so that the same session trades on it; else after the
/// close.</param>
/// <param name="Synthetic">Whether it was made up.</param>
internal sealed record EarningsDate(string Symbol, DateOnly Date, bool IsBeforeOpen, bool Synthetic);
