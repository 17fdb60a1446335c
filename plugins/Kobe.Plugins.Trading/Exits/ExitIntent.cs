namespace Kobe.Plugins.Trading.Exits;

/// <summary>A position to be closed in the next session.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Why">The reason, in a sentence.</param>
internal sealed record ExitIntent(string Symbol, string Why);
