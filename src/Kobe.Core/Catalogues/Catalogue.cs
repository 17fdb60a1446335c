namespace Kobe.Core.Catalogues;

/// <summary>What the loaded plugins can do. Schedules are checked against it.</summary>
/// <param name="Contract">The version of the plugin contract, <c>major.minor</c>.</param>
/// <param name="Plugins">Every plugin that was found, the refused ones with their reason, by name.</param>
/// <param name="Handlers">The handlers of the plugins that loaded, by name.</param>
public sealed record Catalogue(
    string Contract, IReadOnlyList<PluginRecord> Plugins, IReadOnlyList<HandlerRecord> Handlers)
{
    /// <summary>A catalogue of nothing.</summary>
    public static Catalogue Empty { get; } = new("", [], []);

    /// <summary>Looks a handler up.</summary>
    /// <param name="name">Its name, as a schedule writes it.</param>
    /// <returns>Null when no loaded plugin has it.</returns>
    public HandlerRecord? Find(string name)
    {
        foreach (var handler in Handlers)
        {
            if (handler.Name == name)
            {
                return handler;
            }
        }

        return null;
    }
}
