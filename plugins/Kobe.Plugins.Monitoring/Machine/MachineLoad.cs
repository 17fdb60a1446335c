using System.Globalization;

namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>What the machine and this process have left.</summary>
/// <param name="FreeMemoryPercent">The memory that programs can still get, in percent of all; null when
/// unknown.</param>
/// <param name="FreeMemoryBytes">The same in bytes; null when unknown.</param>
/// <param name="LoadPerProcessor">Threads that ran or wanted to in the last minute, by processor; null when
/// unknown.</param>
/// <param name="HeapBytes">The managed heap of this process.</param>
/// <param name="HeapPercent">The same in percent of what the heap may take.</param>
internal sealed record MachineLoad(
    double? FreeMemoryPercent, long? FreeMemoryBytes, double? LoadPerProcessor, long HeapBytes, double HeapPercent)
{
    /// <summary>Looks at the machine.</summary>
    public static MachineLoad Read()
    {
        const string memory = "/proc/meminfo";
        var available = KernelText.Number(memory, "MemAvailable") * 1024;
        var total = KernelText.Number(memory, "MemTotal") * 1024;
        double? load = double.TryParse(
            KernelText.FirstWord("/proc/loadavg"), NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            ? one / Environment.ProcessorCount
            : null;
        var heap = GC.GetTotalMemory(forceFullCollection: false);
        var heapLimit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new(
            available * 100.0 / total, available, load, heap, heapLimit > 0 ? heap * 100.0 / heapLimit : 0);
    }
}
