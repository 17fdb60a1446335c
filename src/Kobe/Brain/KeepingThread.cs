namespace Kobe.Brain;

/// <summary>Does one thing beside the loop; the end of the brain waits for it.</summary>
internal sealed class KeepingThread : IDisposable
{
    private readonly Thread _thread;

    public KeepingThread(Action keep)
    {
        _thread = new Thread(() => keep()) { IsBackground = true, Name = "kobe keep" };
        _thread.Start();
    }

    public void Dispose() => _thread.Join();
}
