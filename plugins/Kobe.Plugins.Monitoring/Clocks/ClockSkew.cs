namespace Kobe.Plugins.Monitoring.Clocks;

/// <summary>The fact <c>clock.skew</c>. The next look compares itself with it.</summary>
/// <param name="Ms">How far the wall clock jumped since the look before, without its sign, in milliseconds; a row may
/// ask for <c>clock.skew.ms &lt; 2000</c>.</param>
/// <param name="StepMs">The same with its sign: positive is forward.</param>
/// <param name="SinceSeconds">How long ago the look before was, by the monotonic clock; null when there was none in
/// this boot of the machine.</param>
/// <param name="At">The wall clock at this look (UTC).</param>
/// <param name="MonotonicMs">The monotonic clock at this look, in milliseconds since the machine started.</param>
/// <param name="SleptMs">For how long the machine has slept since it started, in milliseconds.</param>
/// <param name="Boot">Which boot of the machine the two are of; null when the system doesn't say.</param>
/// <param name="Synchronised">Whether the kernel's clock is kept in step; null when the kernel doesn't say.</param>
/// <param name="MaxErrorMs">How wrong it can be by the kernel's account; null when it doesn't say.</param>
/// <param name="ZoneRelease">The release of the zone data; null when they don't say.</param>
/// <param name="ZoneOffset">The zone's offset from UTC now, such as <c>-05:00</c>.</param>
internal sealed record ClockSkew(
    long Ms,
    long StepMs,
    double? SinceSeconds,
    DateTimeOffset At,
    double MonotonicMs,
    double SleptMs,
    string? Boot,
    bool? Synchronised,
    long? MaxErrorMs,
    string? ZoneRelease,
    string? ZoneOffset);
