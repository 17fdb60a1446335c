using Kobe.Core.Catalogues;

namespace Kobe.Hosting.Generations;

/// <summary>Runs handlers on the generation in force; one that is replaced ends its task first.</summary>
/// <remarks>
/// The lane's lock keeps the two apart: a runner of the new generation gets it when the last of the old one is dead.
/// </remarks>
internal sealed class RunnerGenerations : IHandlerHost
{
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly GenerationSettings settings;
    private readonly IHandlerListener listener;
    private readonly List<Thread> ending = [];
    private readonly List<Generation> prepared = [];
    private Generation current;
    private Generation? retired;
    private RunnerHost? running;
    private bool closed;

    /// <summary>Begins to start the first generation.</summary>
    /// <exception cref="IOException">The plugins can't be copied.</exception>
    public RunnerGenerations(GenerationSettings settings, IHandlerListener listener)
    {
        this.settings = settings;
        this.listener = listener;
        current = Generation.Start(settings, new Hearing(this), standby: false);
    }

    /// <summary>What the plugins of the generation in force can do.</summary>
    public Catalogue Catalogue => current.Catalogue;

    /// <summary>Which plugins are in force, file by file.</summary>
    public string Identity => current.Identity;

    /// <summary>Waits for the first catalogue.</summary>
    /// <returns>Why there is none; null when there is.</returns>
    public string? TryWait(TimeSpan limit) => current.TryWait(limit);

    /// <summary>Which plugins lie in the folder now, file by file.</summary>
    public string Found() => StagedPlugins.IdentityOf(settings.Plugins);

    /// <summary>Starts the runners of what the plugins are now, beside those in force.</summary>
    /// <param name="refused">An identity that isn't wanted, or null.</param>
    /// <returns>Runs nothing before <see cref="Replace"/>; whoever doesn't want it disposes it. Null when the plugins
    /// are those in force, or those that aren't wanted.</returns>
    /// <exception cref="IOException">The plugins can't be read or copied.</exception>
    public Generation? Prepare(string? refused)
    {
        if (Found() is var found && (found == Identity || found == refused))
        {
            return null;
        }

        var next = Generation.Start(settings, new Hearing(this), standby: true);
        lock (gate)
        {
            prepared.RemoveAll(earlier => earlier.IsDisposed);
            prepared.Add(next);
        }

        return next;
    }

    /// <summary>What runs from now on runs on another generation. The old one ends what it runs, then itself.</summary>
    public void Replace(Generation next)
    {
        lock (gate)
        {
            if (closed)
            {
                End(next);
                return;
            }

            prepared.Remove(next);
            var old = current;
            current = next;
            if (running is null)
            {
                End(old);
            }
            else if (retired is null)
            {
                retired = old;
            }
            else
            {
                // The one in between never ran anything: what runs belongs to the one that was retired before.
                End(old);
            }

            next.TakeOver();
        }
    }

    public void Start(AttemptRequest request)
    {
        RunnerHost host;
        lock (gate)
        {
            host = current.HostOf(request.Handler);
            running = host;
        }

        host.Start(request);
    }

    public void Cancel(int start) => Running()?.Cancel(start);

    public void Kill(string reason) => Running()?.Kill(reason);

    public void Dispose()
    {
        List<Thread> threads;
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
            threads = [.. ending];
        }

        prepared.ForEach(generation => generation.Dispose());
        retired?.Dispose();
        current.Dispose();
        threads.ForEach(thread => thread.Join(EndMax));
    }

    private RunnerHost? Running()
    {
        lock (gate)
        {
            return running;
        }
    }

    private void Ended(AttemptResult result)
    {
        lock (gate)
        {
            running = null;
            if (retired is { } old && !closed)
            {
                retired = null;
                End(old);
            }
        }

        listener.Ended(result);
    }

    // Its processes are killed and waited for: neither the loop nor a thread of the host itself may do that.
    private void End(Generation generation)
    {
        ending.RemoveAll(thread => !thread.IsAlive);
        var thread = new Thread(generation.Dispose) { IsBackground = true, Name = "end of runners" };
        ending.Add(thread);
        thread.Start();
    }

    private sealed class Hearing(RunnerGenerations owner) : IHandlerListener
    {
        public void Ended(AttemptResult result) => owner.Ended(result);

        public void Said(HandlerReport report) => owner.listener.Said(report);

        public void Changed(RunnerChange change) => owner.listener.Changed(change);
    }
}
