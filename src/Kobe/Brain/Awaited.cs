using Kobe.Core.Catalogues;

namespace Kobe.Brain;

/// <summary>Plugins that the owner says are still to come: their rows are skipped, and are no error.</summary>
internal static class Awaited
{
    /// <summary>The catalogue with a record for each awaited plugin. What is there of it runs; its other handlers are
    /// still to come.</summary>
    public static Catalogue AddTo(Catalogue catalogue, IReadOnlyList<string> awaited) => catalogue with
    {
        Plugins =
        [
            .. catalogue.Plugins,
            .. awaited.Select(name => new PluginRecord(
                name + PluginRecord.AllHandlers, "", "", $"awaited_plugins names {name}: not all of it is here yet")),
        ],
    };
}
