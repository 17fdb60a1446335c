namespace Kobe.Tests.Hosting;

/// <summary>One stage for all tests of a class, for handlers that leave it as it was.</summary>
public sealed class SharedStage : IDisposable
{
    internal Stage Stage { get; } = new(spare: false);

    public void Dispose() => Stage.Dispose();
}
