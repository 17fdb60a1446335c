using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>Keeps what the owner configured whenever it has changed, and says what did.</summary>
[Handler("maintenance.config_snapshot", Arguments = typeof(ConfigArguments),
    About = "Keeps schedule, configuration or plugins when they change, and tells the difference.")]
[Effects(Effects.Idempotent)]
public sealed class ConfigHandler : ITaskHandler
{
    private const int ChangesMax = 30;
    private const int ToldMax = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ConfigArguments>();
        try
        {
            return Task.FromResult(Keep(context, arguments));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The picture can't be taken: {refused.Message}"));
        }
    }

    private static TaskResult Keep(TaskContext context, ConfigArguments arguments)
    {
        var place = Path.GetFullPath(arguments.Place ?? PlaceOf(arguments.Part));
        if (!File.Exists(place) && !Directory.Exists(place))
        {
            return new TaskResult.Skipped($"there is no {place}");
        }

        var word = arguments.Part.ToString().ToLowerInvariant();
        var plugins = arguments.Part == ConfigPart.Plugins;
        var picture = ConfigPicture.Of(place, plugins ? "*" : "*.yaml", texts: !plugins);
        if (picture.Files.Count == 0)
        {
            return new TaskResult.Skipped($"{place} has no file");
        }

        var folder = Path.Combine(Places.State(arguments.State), "config", word);
        var newest = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).LastOrDefault() : null;
        var before = newest is null ? null : JsonSerializer.Deserialize<ConfigPicture>(File.ReadAllBytes(newest));
        var changes = before is null ? [] : picture.Since(before);
        var path = newest;
        if (before is null || changes.Count > 0)
        {
            // In the order of time, whatever the hash; the same attempt twice writes the same file.
            path = Path.Combine(folder, $"{context.DueAt.UtcDateTime:yyyy-MM-dd-HHmmss}-{picture.Hash[..12]}.json");
            OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(picture));
        }

        if (changes.Count > 0)
        {
            context.Discover(new(
                "config", $"The {word} has changed: {string.Join(", ", changes.Take(ToldMax))}"
                    + (changes.Count > ToldMax ? $" and {changes.Count - ToldMax} more." : ".")));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("files", picture.Files.Count).WithCount("changes", changes.Count)
                .WithId("sha256", picture.Hash).WithOutput(Output.OfFile(path!)),
            Fact.Of(arguments.Fact, new ConfigKept(
                word, picture.Hash, picture.Files.Count, [.. changes.Take(ChangesMax)])));
    }

    private static string PlaceOf(ConfigPart part) => part switch
    {
        ConfigPart.Schedule => Places.Schedule(null),
        ConfigPart.Config => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Places.Schedule(null)))!, "kobe.yaml"),
        _ => Environment.GetEnvironmentVariable("KOBE_PLUGINS") ?? "plugins",
    };
}
