using Kobe.Core.Catalogues;

namespace Kobe.Brain;

/// <summary>Plugins that the owner says are still to come: their rows are skipped, and are no error.</summary>
internal static class Awaited
{
    /// <summary>The catalogue with a record for each awaited plugin that none of its handlers came from.</summary>
    public static Catalogue AddTo(Catalogue catalogue, IReadOnlyList<string> awaited)
    {
        var missing = awaited.Where(name => !catalogue.Handlers.Any(
            handler => handler.Name.StartsWith(name + ".", StringComparison.Ordinal)));
        return catalogue with
        {
            Plugins =
            [
                .. catalogue.Plugins,
                .. missing.Select(name => new PluginRecord(
                    name + PluginRecord.AllHandlers, "", "", $"awaited_plugins names {name}, and none is installed")),
            ],
        };
    }
}
