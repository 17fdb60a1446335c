using System.Collections.Concurrent;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Where other threads leave messages for the loop.</summary>
internal sealed class Inbox : IHandlerListener
{
    private readonly ConcurrentQueue<BrainMessage> _messages = new();

    /// <summary>Called after each message, to wake the loop.</summary>
    public Action? Arrived { get; set; }

    /// <summary>Called instead when the message is that a run has ended: the thread that brings it may go on with
    /// it.</summary>
    public Action? RunEnded { get; set; }

    public void Post(BrainMessage message)
    {
        _messages.Enqueue(message);
        Arrived?.Invoke();
    }

    public bool TryTake(out BrainMessage message) => _messages.TryDequeue(out message!);

    public bool IsEmpty => _messages.IsEmpty;

    public void Ended(AttemptResult result)
    {
        _messages.Enqueue(new BrainMessage.Ended(result));
        (RunEnded ?? Arrived)?.Invoke();
    }

    public void Said(HandlerReport report) => Post(new BrainMessage.Said(report));

    public void Changed(RunnerChange change) => Post(new BrainMessage.Changed(change));
}
