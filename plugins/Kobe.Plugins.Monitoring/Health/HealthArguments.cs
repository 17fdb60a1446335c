using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Health;

/// <summary>What counts as healthy.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Stale">How old the heartbeat may be; it is written at least once a minute.</param>
/// <param name="MemoryMin">The share of the machine's memory that should be free.</param>
/// <param name="LoadMax">The load average of a minute that one processor may have.</param>
/// <param name="ThreadsMax">How many threads the brain, or the runner, may have.</param>
/// <param name="HandlesMax">How many open files the brain, or the runner, may have.</param>
/// <param name="HeapMax">How much of its heap's limit the runner may use.</param>
public sealed record HealthArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("How old the heartbeat may be.", Default = "2m")] TimeSpan Stale = default,
    [Argument("The share of the machine's memory that should be free.", Unit = "%")] double MemoryMin = 5,
    [Argument("The load average of a minute.", Unit = "per processor")] double LoadMax = 4,
    [Argument("Threads of the brain, or of the runner.", Unit = "threads")] int ThreadsMax = 500,
    [Argument("Open files of the brain, or of the runner.", Unit = "handles")] int HandlesMax = 2000,
    [Argument("The runner's managed heap, of what it may take.", Unit = "%")] double HeapMax = 80);
