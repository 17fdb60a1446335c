using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>What stands in kobe.yaml: texts with their places, not yet typed.</summary>
/// <param name="Values">By setting name.</param>
/// <param name="Secrets">The secrets that each plugin asks for, in the order of the file.</param>
/// <param name="Plugins">The process that each plugin runs in, in the order of the file.</param>
internal sealed record ConfigFile(
    IReadOnlyDictionary<string, GivenValue> Values, IReadOnlyList<PluginSecret> Secrets,
    IReadOnlyList<PluginSettings> Plugins)
{
    public static ConfigFile Empty { get; } = new(new Dictionary<string, GivenValue>(), [], []);

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="variable">The environment, for <c>${NAME}</c>.</param>
    /// <param name="diagnostics">Gets every error.</param>
    public static ConfigFile Read(
        string file, ReadOnlySpan<byte> bytes, Func<string, string?> variable, Diagnostics diagnostics)
    {
        if (YamlText.Read(file, bytes, diagnostics, variable) is not { } root
            || YamlFields.Of(root, Keys(null), diagnostics) is not { } fields)
        {
            return Empty;
        }

        var values = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        var sections = new Dictionary<string, YamlFields?>(StringComparer.Ordinal);
        foreach (var setting in Settings.All)
        {
            var dot = setting.Name.IndexOf('.', StringComparison.Ordinal);
            var section = dot < 0 ? null : setting.Name[..dot];
            if (section is not null && !sections.ContainsKey(section))
            {
                sections[section] = fields.Fields(section, Keys(section));
            }

            var holder = section is null ? fields : sections[section];
            if (holder?.Scalars(setting.Name[(dot + 1)..]) is { } scalars)
            {
                Add(values, setting, scalars, diagnostics);
            }
        }

        return new(values, PluginSecret.Read(fields, diagnostics), PluginSettings.Read(fields, diagnostics));
    }

    private static void Add(
        Dictionary<string, GivenValue> values, Setting setting, IReadOnlyList<YamlScalar> scalars,
        Diagnostics diagnostics)
    {
        if (scalars.Count > 1 && !setting.IsList)
        {
            diagnostics.Error(scalars[1].Mark, ConfigCodes.TooManyValues, $"'{setting.Name}' takes one value.");
            return;
        }

        var mark = scalars[0].Mark;
        values[setting.Name] = new(
            string.Join(Setting.Separator, scalars.Select(scalar => scalar.Value)), mark, $"{mark.File}:{mark.Line}");
    }

    // The keys of the file, or of one of its sections.
    private static YamlKeys Keys(string? section)
    {
        var keys = new List<string>();
        foreach (var name in Settings.All.Select(setting => setting.Name))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var key = section is null ? name[..(dot < 0 ? name.Length : dot)]
                : name.StartsWith(section + ".", StringComparison.Ordinal) ? name[(dot + 1)..] : null;
            if (key is not null && !keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        return section is null ? new("kobe.yaml", [.. keys, Settings.Plugins]) : new($"the section '{section}'", keys);
    }
}
