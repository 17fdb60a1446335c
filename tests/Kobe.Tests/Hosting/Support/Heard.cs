using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>Keeps what a host tells, and lets a test wait for it.</summary>
internal sealed class Heard : IHandlerListener
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<object> all = [];

    /// <summary>Holds up the host's thread at the next line of a log, until it is set.</summary>
    public ManualResetEventSlim? Hold { get; set; }

    public void Ended(AttemptResult result) => Add(result);

    public void Said(HandlerReport report)
    {
        Add(report);
        if (report is HandlerReport.Logged)
        {
            Hold?.Wait(Patience);
        }
    }

    public void Changed(RunnerChange change) => Add(change);

    /// <summary>What of a kind was heard so far.</summary>
    public IReadOnlyList<T> All<T>()
    {
        lock (all)
        {
            return [.. all.OfType<T>()];
        }
    }

    /// <summary>Waits for something to be heard, or to have been heard.</summary>
    public T WaitFor<T>(Func<T, bool> wanted)
        where T : class
    {
        lock (all)
        {
            T? found;
            while ((found = all.OfType<T>().FirstOrDefault(wanted)) is null)
            {
                if (!Monitor.Wait(all, Patience))
                {
                    throw new TimeoutException($"No such {typeof(T).Name} came; heard: {string.Join("; ", all)}");
                }
            }

            return found;
        }
    }

    private void Add(object heard)
    {
        lock (all)
        {
            all.Add(heard);
            Monitor.PulseAll(all);
        }
    }
}
