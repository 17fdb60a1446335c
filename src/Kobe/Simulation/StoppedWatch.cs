namespace Kobe.Simulation;

/// <summary>A watch for what takes no time on a disk in memory, and should cost none.</summary>
internal sealed class StoppedWatch : TimeProvider
{
    public override long GetTimestamp() => 0;
}
