using Kobe.CommandLine;
using Kobe.Core.Catalogues;
using Kobe.Files;
using Kobe.Hosting;

namespace Kobe.Catalogues;

/// <summary>Asks plugins what they offer: starts a runner, hears its catalogue, ends it. Nothing of a plugin runs here.
/// </summary>
internal static class CatalogueQuestion
{
    /// <summary>The catalogue; it is kept in the state directory when there is one.</summary>
    /// <param name="plugins">The folder of plugins.</param>
    /// <param name="state">The state directory; it may be missing, and is not made.</param>
    /// <exception cref="UserError">No runner came up.</exception>
    public static Catalogue Ask(string plugins, string state)
    {
        var stamp = PluginsStamp.Of(plugins);
        var settings = new RunnerSettings { Plugins = Path.GetFullPath(plugins), Spare = false };
        using var host = new RunnerHost(settings, new Deaf());
        var catalogue = host.WaitForCatalogue(settings.ReadyLimit) ?? throw new UserError(
            $"No runner came up: {host.Problem ?? "it took too long"}.", ExitCode.Failed);
        CatalogueFile.Keep(state, stamp, catalogue);
        return catalogue;
    }

    private sealed class Deaf : IHandlerListener
    {
        public void Ended(AttemptResult result)
        {
        }

        public void Said(HandlerReport report)
        {
        }

        public void Changed(RunnerChange change)
        {
        }
    }
}
