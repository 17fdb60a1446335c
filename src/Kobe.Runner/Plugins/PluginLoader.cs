using System.Reflection;
using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>Loads every plugin of a directory. A bad one is reported and left out; the others don't notice.</summary>
internal static class PluginLoader
{
    /// <summary>Loads the plugins in the order of their names, so that the same folder always gives the same
    /// set.</summary>
    public static PluginSet Load(string root)
    {
        var plugins = new List<PluginRecord>();
        var handlers = new SortedDictionary<string, HandlerEntry>(StringComparer.Ordinal);
        var approved = PluginLock.Read(root);
        foreach (var folder in PluginFolder.In(root))
        {
            plugins.Add(Load(folder, approved, handlers));
        }

        var catalogue = new Catalogue(
            ContractVersion.Current, plugins, [.. handlers.Values.Select(handler => handler.Record)]);
        return new(catalogue, handlers);
    }

    private static PluginRecord Load(
        PluginFolder folder, PluginLock? approved, SortedDictionary<string, HandlerEntry> handlers)
    {
        var record = new PluginRecord(folder.Name, "", "", null);
        try
        {
            if (!File.Exists(folder.Assembly))
            {
                return record with { Problem = $"The folder has no {folder.Name}.dll: name it after its assembly." };
            }

            var files = PluginFiles.Of(folder.Path);
            record = record with { Hash = files.Hash };
            if (approved?.Problem(folder.Name, files) is { } unapproved)
            {
                return record with { Problem = unapproved };
            }

            var assembly = new PluginContext(folder, files).Load(folder.Assembly);
            record = record with { Version = assembly.GetName().Version?.ToString(3) ?? "" };
            if (ContractProblem(assembly) is { } problem)
            {
                return record with { Problem = problem };
            }

            return record with { Problem = Add(HandlerReader.Read(folder.Name, assembly), handlers) };
        }
        catch (Exception bad)
        {
            // Whatever is wrong with a plugin (its files, its attributes, its static constructors) stays its own.
            return record with { Problem = Sentence(bad) };
        }
    }

    // Custom attribute data are read without running anything of the plugin, module initialisers included.
    private static string? ContractProblem(Assembly assembly)
    {
        var stated = assembly.GetCustomAttributesData()
            .FirstOrDefault(attribute => attribute.AttributeType == typeof(KobeContractAttribute));
        var version = stated?.ConstructorArguments[0].Value as string;
        return version switch
        {
            null => "It states no contract: add [assembly: KobeContract(ContractVersion.Current)].",
            _ when ContractVersion.Accepts(version) => null,
            _ => $"It was compiled against contract {version}; this is {ContractVersion.Current}: compile it again.",
        };
    }

    private static string? Add(List<HandlerEntry> found, SortedDictionary<string, HandlerEntry> handlers)
    {
        foreach (var entry in found)
        {
            if (handlers.TryGetValue(entry.Record.Name, out var other))
            {
                return $"Handler {entry.Record.Name} exists already in plugin {other.Record.Plugin}: "
                    + "names are unique among all plugins.";
            }
        }

        foreach (var entry in found)
        {
            handlers.Add(entry.Record.Name, entry);
        }

        return null;
    }

    private static string Sentence(Exception bad) => bad switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Sentence(first),
        TargetInvocationException { InnerException: { } inner } => Sentence(inner),
        PluginException => bad.Message,
        _ => $"{bad.GetType().Name}: {bad.Message}",
    };
}
