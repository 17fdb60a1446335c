using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Hosting.Generations;

/// <summary>The runners of one state of the plugins: one that most of them share, and one for each that wants its own.
/// </summary>
internal sealed class Generation : IDisposable
{
    private readonly StagedPlugins staged;
    private readonly RunnerHost shared;
    private readonly SortedDictionary<string, RunnerHost> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunnerHost> hosts = new(StringComparer.Ordinal);

    private Generation(StagedPlugins staged, GenerationSettings settings, IHandlerListener listener, bool standby)
    {
        this.staged = staged;
        shared = new(settings.Shared with { Plugins = staged.Shared, Standby = standby }, listener);
        foreach (var (plugin, mine) in settings.Own)
        {
            if (staged.HasOwn(plugin))
            {
                var settled = mine with { Plugins = staged.Own(plugin), Standby = standby, Spare = false };
                own[plugin] = new(settled, listener);
            }
        }
    }

    /// <summary>What its plugins can do; empty until <see cref="TryWait"/> came back.</summary>
    public Catalogue Catalogue { get; private set; } = Catalogue.Empty;

    /// <summary>Which plugins these are, file by file.</summary>
    public string Identity => staged.Identity;

    /// <summary>Whether nothing of it is left, or will be.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>The processes that exist, the shared one's first.</summary>
    public IReadOnlyList<int> Pids => [.. shared.Pids.Concat(own.Values.SelectMany(host => host.Pids))];

    /// <summary>Copies the plugins and begins to start their runners.</summary>
    /// <param name="settings">How.</param>
    /// <param name="listener">Hears from them.</param>
    /// <param name="standby">Whether they wait for <see cref="TakeOver"/>.</param>
    /// <exception cref="IOException">The plugins can't be copied.</exception>
    public static Generation Start(GenerationSettings settings, IHandlerListener listener, bool standby)
    {
        var staged = StagedPlugins.Copy(settings.Plugins, settings.State, [.. settings.Own.Keys]);
        return new(staged, settings, listener, standby);
    }

    /// <summary>Waits until every runner has said what its plugins can do.</summary>
    /// <returns>Why one of them didn't come up; null when all did.</returns>
    public string? TryWait(TimeSpan limit)
    {
        if (shared.WaitForCatalogue(limit) is not { } catalogue)
        {
            return shared.Problem ?? "It took too long.";
        }

        var plugins = new List<PluginRecord>([.. catalogue.Plugins, .. staged.Refused]);
        var handlers = new SortedDictionary<string, HandlerRecord>(StringComparer.Ordinal);
        foreach (var handler in catalogue.Handlers)
        {
            Add(handlers, handler, shared);
        }

        foreach (var (plugin, host) in own)
        {
            if (host.WaitForCatalogue(limit) is not { Plugins: [var record] } mine)
            {
                return $"{plugin}: {host.Problem ?? "It took too long."}";
            }

            var problem = record.Problem ?? ProblemOf(mine, handlers);
            plugins.Add(record with { Problem = problem });
            foreach (var handler in problem is null ? mine.Handlers : [])
            {
                Add(handlers, handler, host);
            }
        }

        plugins.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        Catalogue = new(catalogue.Contract, plugins, [.. handlers.Values]);
        return null;
    }

    /// <summary>The runner of a handler; the shared one for a handler that nobody has, which then says so.</summary>
    public RunnerHost HostOf(string handler) => hosts.GetValueOrDefault(handler, shared);

    /// <summary>Ends the standby.</summary>
    public void TakeOver()
    {
        shared.TakeOver();
        foreach (var host in own.Values)
        {
            host.TakeOver();
        }
    }

    /// <summary>Kills all its processes, waits until nothing of them is left, and deletes its copy of the plugins.
    /// </summary>
    public void Dispose()
    {
        IsDisposed = true;
        shared.Dispose();
        foreach (var host in own.Values)
        {
            host.Dispose();
        }

        staged.Dispose();
    }

    private void Add(SortedDictionary<string, HandlerRecord> handlers, HandlerRecord handler, RunnerHost host)
    {
        handlers[handler.Name] = handler;
        hosts[handler.Name] = host;
    }

    private static string? ProblemOf(Catalogue mine, SortedDictionary<string, HandlerRecord> others)
    {
        foreach (var handler in mine.Handlers)
        {
            if (handler.Effects == Effects.Orders)
            {
                // Two processes with orders under way would each see half of the account.
                return $"{handler.Name} may change orders, and plugins that trade share one runner: take its "
                    + "isolation: own away.";
            }

            if (others.TryGetValue(handler.Name, out var other))
            {
                return $"Handler {handler.Name} exists already in plugin {other.Plugin}: names are unique among all "
                    + "plugins.";
            }
        }

        return null;
    }
}
