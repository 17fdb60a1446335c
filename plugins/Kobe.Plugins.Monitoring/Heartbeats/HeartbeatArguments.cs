using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Heartbeats;

/// <summary>When a heartbeat is no longer one.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Stale">How old the heartbeat may be; it is written at least once a minute.</param>
/// <param name="OverdueMax">How many occurrences may wait although they could start at once.</param>
public sealed record HeartbeatArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("How old the heartbeat may be.", Default = "2m")] TimeSpan Stale = default,
    [Argument("How many occurrences may wait for the lane.", Unit = "occurrences")] int OverdueMax = 20);
