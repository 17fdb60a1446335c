using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>What kobe.yaml says of the process that a plugin runs in.</summary>
/// <param name="Plugin">The plugin's folder.</param>
internal sealed record PluginSettings(string Plugin)
{
    /// <summary>What a plugin's section may say.</summary>
    public static readonly YamlKeys Keys = new(
        "the settings of a plugin", ["secrets", "isolation", "memory", "output", "environment", "directory"]);

    // These are a process's, and the shared one has settings of its own.
    private static readonly string[] OwnKeys = ["memory", "output", "environment", "directory"];

    /// <summary>Whether it shares a process with others.</summary>
    public PluginIsolation Isolation { get; init; }

    /// <summary>The managed heap of its runner at its largest, in bytes; null: that of the shared one.</summary>
    public long? Memory { get; init; }

    /// <summary>Bytes of console output in a run; null: that of the shared one.</summary>
    public long? Output { get; init; }

    /// <summary>Variables that its runner sees besides the usual ones.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Where its runner works; null: where the shared one does.</summary>
    public string? Directory { get; init; }

    /// <summary>Reads the sections of all plugins.</summary>
    public static IReadOnlyList<PluginSettings> Read(YamlFields root, Diagnostics diagnostics)
    {
        var all = new List<PluginSettings>();
        foreach (var plugin in (root.Node(Settings.Plugins) as YamlMapping)?.Entries ?? [])
        {
            // What is no mapping, or has other keys, is refused where the secrets are read.
            if (plugin.Value is YamlMapping && YamlFields.Of(plugin.Value, Keys, new()) is { } fields)
            {
                all.Add(Read(plugin.Key.Value, fields, diagnostics));
            }
        }

        return all;
    }

    private static PluginSettings Read(string plugin, YamlFields fields, Diagnostics diagnostics)
    {
        var isolation = Value(fields, "isolation", plugin, diagnostics, IsolationOf, "Write shared or own.");
        if (isolation is not PluginIsolation.Own
            && Array.Find(OwnKeys, fields.Has) is { } key)
        {
            diagnostics.Error(fields.MarkOf(key), ConfigCodes.NeedsOwnRunner,
                $"'{Settings.Plugins}.{plugin}.{key}' is for a plugin with a runner of its own.",
                $"Write isolation: own, or set runner.{key} for all that share one.");
        }

        return new(plugin)
        {
            Isolation = isolation ?? PluginIsolation.Shared,
            Memory = Value(fields, "memory", plugin, diagnostics, text => Read(Settings.RunnerMemory, text),
                Settings.RunnerMemory.Legal),
            Output = Value(fields, "output", plugin, diagnostics, text => Read(Settings.RunnerOutput, text),
                Settings.RunnerOutput.Legal),
            Environment = Variables(fields, diagnostics),
            Directory = fields.Text("directory"),
        };
    }

    private static PluginIsolation? IsolationOf(string text) => text.ToLowerInvariant() switch
    {
        "shared" => PluginIsolation.Shared,
        "own" => PluginIsolation.Own,
        _ => null,
    };

    private static long? Read(Setting<long> setting, string text) =>
        setting.Read(text) is { Problem: null } reading ? reading.Value : null;

    private static T? Value<T>(
        YamlFields fields, string key, string plugin, Diagnostics diagnostics, Func<string, T?> read, string legal)
        where T : struct
    {
        if (fields.Scalar(key) is not { } scalar)
        {
            return null;
        }

        var value = read(scalar.Value);
        if (value is null)
        {
            diagnostics.Error(scalar.Mark, ConfigCodes.BadValue,
                $"'{Settings.Plugins}.{plugin}.{key}' is '{scalar.Value}', not one of its values.", legal);
        }

        return value;
    }

    private static IReadOnlyList<string> Variables(YamlFields fields, Diagnostics diagnostics)
    {
        var names = fields.Scalars("environment") ?? [];
        foreach (var name in names)
        {
            if (VariableName.Read(name.Value) is { Problem: { } problem, Code: { } code })
            {
                diagnostics.Error(
                    name.Mark, code, $"'environment' lists '{name.Value}', {problem}.", VariableName.Legal);
            }
        }

        return [.. names.Select(name => name.Value)];
    }
}
