using System.Globalization;
using Kobe.Plugins.Monitoring.Machine;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Health;

/// <summary>Decides what is worth a reason. It only compares; looking is done elsewhere.</summary>
internal static class HealthReasons
{
    // A view is replaced once a minute even when nothing happens.
    private static readonly TimeSpan ViewLag = TimeSpan.FromMinutes(1);

    // Clocks are set back by less than this all the time.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    /// <summary>What the brain's own files give reason to.</summary>
    public static IEnumerable<string> OfBrain(BrainSight brain, HealthArguments limits)
    {
        if (brain.Problem is { } problem)
        {
            yield return problem;
        }

        if (brain.Heartbeat is not { } heartbeat)
        {
            yield return "The brain has just started and not yet written a heartbeat.";
        }
        else if (heartbeat.At - brain.Now > Ahead)
        {
            yield return $"The heartbeat is {Words.Of(heartbeat.At - brain.Now)} ahead: the clock went back.";
        }

        if (brain.Now - brain.SeenAt is { } lag && lag > limits.Stale + ViewLag)
        {
            yield return $"{Places.BrainState} is {Words.Of(lag)} old.";
        }
    }

    /// <summary>What the machine gives reason to.</summary>
    public static IEnumerable<string> OfMachine(MachineLoad machine, HealthArguments limits)
    {
        if (machine.FreeMemoryPercent < limits.MemoryMin)
        {
            yield return $"{Words.OfPercent(machine.FreeMemoryPercent.Value)} of the memory are free; "
                + $"{Words.OfPercent(limits.MemoryMin)} should be.";
        }

        if (machine.LoadPerProcessor > limits.LoadMax)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The load is {machine.LoadPerProcessor:0.##} for each processor; at most {limits.LoadMax} is usual.");
        }

        if (machine.HeapPercent > limits.HeapMax)
        {
            yield return $"The runner's heap takes {Words.OfPercent(machine.HeapPercent)} of its limit.";
        }
    }

    /// <summary>What a process gives reason to.</summary>
    /// <param name="name">Which, as people call it.</param>
    /// <param name="load">What it holds; null when it is gone.</param>
    /// <param name="limits">What it may hold.</param>
    public static IEnumerable<string> OfProcess(string name, ProcessLoad? load, HealthArguments limits)
    {
        if (load is null)
        {
            yield return $"The process of the {name} is gone.";
        }

        if (load?.Threads > limits.ThreadsMax)
        {
            yield return $"The {name} has {load.Threads} threads; at most {limits.ThreadsMax} are usual.";
        }

        if (load?.Handles > limits.HandlesMax)
        {
            yield return $"The {name} has {load.Handles} open files; at most {limits.HandlesMax} are usual.";
        }
    }
}
