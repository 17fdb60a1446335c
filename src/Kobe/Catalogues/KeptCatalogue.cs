using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Core.Catalogues;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Catalogues;

/// <summary>The catalogue that is kept, read on another core while zones and calendars are loaded.</summary>
internal sealed class KeptCatalogue
{
    // Written out: to ask the table of settings for its name would make all of them.
    private const string Key = "awaited_plugins";
    private const string Variable = "KOBE_AWAITED_PLUGINS";

    private readonly Thread _reading;
    private Catalogue? _found;

    private KeptCatalogue(string state, string plugins)
    {
        _reading = new Thread(() => _found = CatalogueFile.Read(state, plugins)) { IsBackground = true };
        _reading.Start();
    }

    private static ReadOnlySpan<byte> Utf8Key => "awaited_plugins"u8;

    /// <summary>Begins to read; null when there is nothing to read.</summary>
    /// <param name="state">The state directory; it may be missing.</param>
    /// <param name="plugins">The folder of plugins.</param>
    public static KeptCatalogue? Begin(string state, string plugins) =>
        File.Exists(Path.Combine(state, CatalogueFile.FileName)) ? new(state, plugins) : null;

    /// <summary>The catalogue, with the plugins that the configuration awaits; null when it is not of these plugins.
    /// </summary>
    /// <exception cref="UserError">The configuration can't be read.</exception>
    public Catalogue? With(ConfigSources sources)
    {
        _reading.Join();
        return _found is null ? null : Awaited.AddTo(_found, AwaitedBy(sources));
    }

    // This one setting alone: to read the whole configuration would show in the time of every answer.
    private static IReadOnlyList<string> AwaitedBy(ConfigSources sources)
    {
        if (sources.Environment.GetValueOrDefault(Variable) is { Length: > 0 } text)
        {
            return Parts(text);
        }

        var path = sources.File ?? ConfigSources.UsualFile;
        if (!File.Exists(path))
        {
            return [];
        }

        var bytes = SingleFile.Read(path);
        return bytes.AsSpan().IndexOf(Utf8Key) < 0 ? [] : Of(path, bytes, sources);
    }

    private static IReadOnlyList<string> Of(string path, byte[] bytes, ConfigSources sources)
    {
        var diagnostics = new Diagnostics();
        var root = YamlText.Read(path, bytes, diagnostics, sources.Environment.GetValueOrDefault);
        if (diagnostics.HasErrors)
        {
            throw new UserError(DiagnosticLines.Of(diagnostics));
        }

        foreach (var entry in (root as YamlMapping)?.Entries ?? [])
        {
            if (entry.Key.Value == Key)
            {
                return entry.Value switch
                {
                    YamlScalar scalar => Parts(scalar.Value),
                    YamlSequence list => Parts(list),
                    _ => [],
                };
            }
        }

        return [];
    }

    private static List<string> Parts(YamlSequence list)
    {
        var parts = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalar scalar)
            {
                parts.AddRange(Parts(scalar.Value));
            }
        }

        return parts;
    }

    private static string[] Parts(string text) => text.Split(
        Setting.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
