using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>The secrets of all plugins, each seen by its own plugin only.</summary>
internal sealed class SecretShelf
{
    private readonly Dictionary<string, Dictionary<string, string>> plugins = [];

    /// <summary>Puts a plugin's secret there.</summary>
    public void Put(string plugin, string name, string value)
    {
        if (!plugins.TryGetValue(plugin, out var secrets))
        {
            plugins[plugin] = secrets = [];
        }

        secrets[name] = value;
    }

    /// <summary>The secrets that a plugin sees.</summary>
    public ISecrets Of(string plugin) => new Secrets(plugins.GetValueOrDefault(plugin));

    private sealed class Secrets(Dictionary<string, string>? values) : ISecrets
    {
        public string? Find(string name) => values?.GetValueOrDefault(name);
    }
}
