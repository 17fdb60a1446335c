namespace Kobe.Plugins.Monitoring.Held;

/// <summary>One thing that waits for a person.</summary>
/// <param name="Id">The key or the task.</param>
/// <param name="Why">Why it waits.</param>
/// <param name="Since">Since when (UTC); null when it is longer than the journal was read.</param>
internal sealed record WaitingOne(string Id, string Why, DateTimeOffset? Since);
