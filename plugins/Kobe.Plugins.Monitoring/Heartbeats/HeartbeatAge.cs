namespace Kobe.Plugins.Monitoring.Heartbeats;

/// <summary>The fact <c>heartbeat.age</c>.</summary>
/// <param name="Seconds">How old the heartbeat was.</param>
/// <param name="LoopAgeMs">For how long the loop had not turned when it was written, in milliseconds.</param>
/// <param name="Overdue">How many occurrences waited for the lane.</param>
/// <param name="Queue">How many waited at all.</param>
/// <param name="Pid">The brain's process.</param>
internal sealed record HeartbeatAge(double Seconds, long LoopAgeMs, long Overdue, long Queue, int Pid);
