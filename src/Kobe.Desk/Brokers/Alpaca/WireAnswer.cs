namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>What came back over the wire, or why nothing did.</summary>
/// <param name="Status">The HTTP status; 0 when nothing came.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Broken">Why nothing came; null when something did.</param>
internal readonly record struct WireAnswer(int Status, byte[] Body, string? Broken);
