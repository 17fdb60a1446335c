using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>A secret that a plugin gets over its pipe: a name here, never a value.</summary>
/// <param name="Plugin">The plugin's folder.</param>
/// <param name="Name">The variable's, or credential file's, name.</param>
/// <param name="Mark">Where it is asked for.</param>
internal sealed record PluginSecret(string Plugin, string Name, Mark Mark)
{
    /// <summary>Reads <c>plugins: { monitoring: { secrets: [A, B] } }</c>.</summary>
    public static IReadOnlyList<PluginSecret> Read(YamlFields root, Diagnostics diagnostics)
    {
        if (root.Node(Settings.Plugins) is not YamlMapping plugins)
        {
            // Any other kind of value is refused by asking for it as keys with values.
            _ = root.Fields(Settings.Plugins, new("'plugins'", []));
            return [];
        }

        var secrets = new List<PluginSecret>();
        foreach (var plugin in plugins.Entries)
        {
            if (!IsPlugin(plugin.Key.Value))
            {
                diagnostics.Error(plugin.Key.Mark, ConfigCodes.BadSecretName,
                    $"'{plugin.Key.Value}' can't be the name of a plugin.", "Write the name of its folder.");
            }

            var fields = YamlFields.Of(plugin.Value, PluginSettings.Keys, diagnostics);
            foreach (var name in fields?.Scalars("secrets") ?? [])
            {
                if (IsVariable(name.Value))
                {
                    secrets.Add(new(plugin.Key.Value, name.Value, name.Mark));
                }
                else
                {
                    diagnostics.Error(name.Mark, ConfigCodes.BadSecretName,
                        "A secret's name has capitals, digits and _ only; its value doesn't belong here.",
                        "Write the name, such as BROKER_TOKEN, and keep the value in the environment or in "
                        + "$CREDENTIALS_DIRECTORY.");
                }
            }
        }

        return secrets;
    }

    private static bool IsPlugin(string name) =>
        name.Length is > 0 and <= 64 && name[0] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    // Not repeated in a message: somebody may have written the value instead.
    internal static bool IsVariable(string name) =>
        name.Length is > 0 and <= 128 && char.IsAsciiLetterUpper(name[0])
        && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
