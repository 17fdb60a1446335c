using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.PluginFolders;

/// <summary>Whether the plugins' files are those that were approved, or those of the last look.</summary>
[Handler("monitoring.plugins", Arguments = typeof(PluginArguments),
    About = "Compares the plugins' files with the approved ones, or with the last look.")]
[Effects(Effects.None)]
public sealed class PluginHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<PluginArguments>();
        return Look.Take(() =>
        {
            var directory = arguments.Plugins ?? Environment.GetEnvironmentVariable("KOBE_PLUGINS") ?? "plugins";
            return !Directory.Exists(directory)
                ? new TaskResult.Skipped($"There is no directory {directory}.")
                : Compare(context, arguments, directory, cancellation);
        });
    }

    private static TaskResult Compare(
        TaskContext context, PluginArguments arguments, string directory, CancellationToken cancellation)
    {
        var found = PluginHashes.Of(directory, cancellation);
        if (found.Count == 0)
        {
            return new TaskResult.Skipped($"{directory} has no plugin.");
        }

        var whole = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, files) in found)
        {
            whole[name] = PluginHashes.Whole(files);
        }

        List<Finding> findings;
        var manifest = Path.Combine(directory, PluginHashes.LockName);
        if (arguments.Against == PluginStandard.Last)
        {
            findings = Changed(whole, context.Facts.Find(arguments.Fact)?.As<PluginSight>()?.Plugins);
        }
        else if (!File.Exists(manifest))
        {
            return new TaskResult.Skipped("No plugin is pinned. To approve the present ones: kobe plugins lock");
        }
        else
        {
            try
            {
                findings =
                [
                    .. PluginHashes.Differences(found, PluginHashes.Approved(manifest)).Select(one => new Finding(
                        one.Id, $"{one.Id} {one.How}: put it back, or approve it with kobe plugins lock.")),
                ];
            }
            catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return new TaskResult.Failed($"{manifest} is no manifest: {bad.Message}");
            }
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        var count = found.Values.Sum(files => files.Count);
        return Look.Seen(
            Evidence.None.WithCount("plugins", found.Count).WithCount("files", count)
                .WithCount("different", findings.Count)
                .WithId("against", arguments.Against == PluginStandard.Last ? "the last look" : manifest),
            arguments.Fact, new PluginSight(open.Count == 0, open, whole, count));
    }

    // Named with the hash: a second change of the same plugin is news again.
    private static List<Finding> Changed(
        SortedDictionary<string, string> now, SortedDictionary<string, string>? before) => before is null ? [] :
    [
        .. from name in now.Keys.Union(before.Keys).Order(StringComparer.Ordinal)
           let one = now.GetValueOrDefault(name)
           let other = before.GetValueOrDefault(name)
           where one != other
           select new Finding(
               $"{name} {one ?? "gone"}",
               $"Plugin {name} {(one is null ? "is gone" : other is null ? "is new" : "has changed")} since the last "
                   + "look."),
    ];
}
