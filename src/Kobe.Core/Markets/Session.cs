namespace Kobe.Core.Markets;

/// <summary>
/// The segments of one day's trading, as instants in UTC: pre [Pre, Open), core [Open, Close), post [Close, Post).
/// </summary>
/// <param name="Pre">Start of pre-market trading.</param>
/// <param name="Open">Start of core trading.</param>
/// <param name="Close">End of core trading.</param>
/// <param name="Post">End of post-market trading.</param>
public sealed record Session(DateTimeOffset Pre, DateTimeOffset Open, DateTimeOffset Close, DateTimeOffset Post);
