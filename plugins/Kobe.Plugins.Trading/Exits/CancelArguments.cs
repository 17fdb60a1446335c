using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Which entries are taken back.</summary>
/// <param name="Older">Only older ones.</param>
/// <param name="Away">Or those whose price ran away.</param>
public sealed record CancelArguments(
    [Argument("Only entries older than this; 0m takes all.", Default = "0m")] TimeSpan Older,
    [Argument("Also younger ones whose price lies so far above their limit; 0 for none.", Unit = "%")]
    double Away = 0);
