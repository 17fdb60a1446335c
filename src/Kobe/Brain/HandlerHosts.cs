using Kobe.Config;
using Kobe.Core.Catalogues;
using Kobe.Files;
using Kobe.Hosting;
using Kobe.Hosting.Generations;
using Kobe.Logging;
using Kobe.Runner.Plugins;

namespace Kobe.Brain;

/// <summary>Starts the place where handlers run and waits for what they can do.</summary>
internal static class HandlerHosts
{
    // Loading is measured in tenths of a second; a machine that swaps may take longer.
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);

    /// <summary>Starts it, after what runs of earlier brains left behind was ended.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="secrets">What plugins are entitled to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="listener">Who is told what becomes of runs.</param>
    /// <param name="log">Says what was ended.</param>
    public static IHandlerHost Start(
        KobeConfig config, Secrets secrets, BrainFiles files, IHandlerListener listener, Log log)
    {
        if (config.Isolation == Isolation.InProcess)
        {
            return new InProcessHost(PluginLoader.Load(Path.GetFullPath(files.Plugins)), listener);
        }

        var state = Path.GetFullPath(files.State);
        StagedPlugins.Clear(state);
        LaneLocks.WaitFree(state);
        if (Orphans.End(state) is { } ended)
        {
            log.Warning("runners", ended);
        }

        return new RunnerGenerations(
            new(Path.GetFullPath(files.Plugins), state, Shared(config, secrets, files), Own(config, secrets, files)),
            listener);
    }

    /// <summary>What the plugins can do.</summary>
    /// <exception cref="UserError">No runner came up.</exception>
    public static Catalogue CatalogueOf(IHandlerHost host)
    {
        if (host is InProcessHost inProcess)
        {
            return inProcess.Plugins.Catalogue;
        }

        var runners = (RunnerGenerations)host;
        return runners.TryWait(ReadyMax) is { } problem
            ? throw new UserError($"No runner came up: {problem}", CommandLine.ExitCode.Failed)
            : runners.Catalogue;
    }

    private static RunnerSettings Shared(KobeConfig config, Secrets secrets, BrainFiles files) => new()
    {
        LaneLock = Path.GetFullPath(files.LaneLock),
        Family = Orphans.FamilyOf(files.State),
        WorkingDirectory = config.RunnerDirectory ?? Environment.CurrentDirectory,
        State = Path.GetFullPath(files.State),
        Schedule = Path.GetFullPath(files.Schedule),
        Desk = config.Desk.ToJson(),
        HeapLimit = config.RunnerMemory,
        RecycleAfter = config.RunnerRecycle,
        OutputLimit = (int)config.RunnerOutput,
        Environment = config.RunnerEnvironment,
        Secrets = secrets.Values,
    };

    private static Dictionary<string, RunnerSettings> Own(KobeConfig config, Secrets secrets, BrainFiles files)
    {
        var shared = Shared(config, secrets, files);
        return config.Plugins.Where(plugin => plugin.Isolation == PluginIsolation.Own).ToDictionary(
            plugin => plugin.Plugin,
            plugin => shared with
            {
                LaneLock = Path.Combine(Path.GetFullPath(files.State), LaneLocks.NameOf(plugin.Plugin)),
                WorkingDirectory = plugin.Directory ?? shared.WorkingDirectory,
                HeapLimit = plugin.Memory ?? shared.HeapLimit,
                OutputLimit = (int)(plugin.Output ?? shared.OutputLimit),
                Environment = plugin.Environment,

                // Only its own: that others can't read them is what a process of its own is for.
                Secrets = secrets.Values.Where(mine => mine.Key == plugin.Plugin).ToDictionary(),
            },
            StringComparer.Ordinal);
    }
}
