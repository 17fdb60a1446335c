namespace Kobe.Core.Markets;

/// <summary>A civil date in an exchange's zone: its session, or why there is none.</summary>
/// <param name="Date">The date in the exchange's zone.</param>
/// <param name="Kind">Session, early close, holiday or weekend.</param>
/// <param name="Name">The name of the closing or of the special hours; null on a plain day.</param>
/// <param name="Session">The segments in UTC; null on a closing.</param>
/// <param name="Confirmed">Whether the exchange has announced it; false where only the rules speak.</param>
/// <param name="Source">Where a one-off entry comes from; null where a rule made it.</param>
public sealed record TradingDay(
    DateOnly Date, DayKind Kind, string? Name, Session? Session, bool Confirmed, string? Source);
