using System.Collections.Concurrent;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Where other threads leave messages for the loop.</summary>
internal sealed class Inbox : IHandlerListener
{
    private readonly ConcurrentQueue<BrainMessage> _messages = new();

    /// <summary>Called after each message, to wake the loop.</summary>
    public Action? Arrived { get; set; }

    public void Post(BrainMessage message)
    {
        _messages.Enqueue(message);
        Arrived?.Invoke();
    }

    public bool TryTake(out BrainMessage message) => _messages.TryDequeue(out message!);

    public bool IsEmpty => _messages.IsEmpty;

    public void Ended(AttemptResult result) => Post(new BrainMessage.Ended(result));

    public void Said(HandlerReport report) => Post(new BrainMessage.Said(report));

    public void Changed(RunnerChange change) => Post(new BrainMessage.Changed(change));
}
