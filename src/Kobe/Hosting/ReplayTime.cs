namespace Kobe.Hosting;

/// <summary>The clock by which a replayed attempt runs.</summary>
/// <param name="Now">What it shows at the start (UTC).</param>
/// <param name="KillAt">When the attempt would be killed by it (UTC); null: at the deadline.</param>
internal sealed record ReplayTime(DateTimeOffset Now, DateTimeOffset? KillAt = null);
