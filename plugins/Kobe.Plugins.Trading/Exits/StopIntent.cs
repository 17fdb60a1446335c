namespace Kobe.Plugins.Trading.Exits;

/// <summary>A stop to be moved closer in the next session.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Stop">Its new price, dollars a share.</param>
internal sealed record StopIntent(string Symbol, decimal Stop);
