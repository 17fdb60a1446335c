using Kobe.Config;
using Kobe.Core.Catalogues;
using Kobe.Files;
using Kobe.Hosting;
using Kobe.Runner.Plugins;

namespace Kobe.Brain;

/// <summary>Starts the place where handlers run and waits for what they can do.</summary>
internal static class HandlerHosts
{
    // Loading is measured in tenths of a second; a machine that swaps may take longer.
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);

    public static IHandlerHost Start(
        KobeConfig config, Secrets secrets, BrainFiles files, IHandlerListener listener)
    {
        if (config.Isolation == Isolation.InProcess)
        {
            return new InProcessHost(PluginLoader.Load(Path.GetFullPath(files.Plugins)), listener);
        }

        return new RunnerHost(
            new RunnerSettings
            {
                Plugins = Path.GetFullPath(files.Plugins),
                LaneLock = Path.GetFullPath(files.LaneLock),
                WorkingDirectory = Environment.CurrentDirectory,
                State = Path.GetFullPath(files.State),
                Schedule = Path.GetFullPath(files.Schedule),
                HeapLimit = config.RunnerMemory,
                Secrets = secrets.Values,
            },
            listener);
    }

    /// <summary>What the plugins can do, with those that are awaited and not installed named as missing.</summary>
    /// <exception cref="UserError">No runner came up.</exception>
    public static Catalogue CatalogueOf(IHandlerHost host)
    {
        if (host is InProcessHost inProcess)
        {
            return inProcess.Plugins.Catalogue;
        }

        var runner = (RunnerHost)host;
        return runner.WaitForCatalogue(ReadyMax) ?? throw new UserError(
            $"No runner came up: {runner.Problem ?? "it took too long"}.", CommandLine.ExitCode.Failed);
    }
}
