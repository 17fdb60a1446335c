using System.Globalization;
using System.Text.Json;
using Kobe.Files;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Replay;

/// <summary>The state directory of one replay, and what is replayed in it: a killed one goes on there.</summary>
internal static class ReplayFolder
{
    /// <summary>Below the state directory: where replays go that name no folder.</summary>
    public const string Parent = "replays";

    private const string FileName = "replay.json";
    private const int NamesMax = 10_000;

    /// <summary>A folder that is not there yet, below a state directory, named for the days.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="plan">What is replayed.</param>
    /// <param name="name">Another name than its days.</param>
    public static string Fresh(string state, ReplayPlan plan, string? name = null)
    {
        var days = name ?? DaysOf(plan);
        for (var number = 1; number < NamesMax; number++)
        {
            var folder = Path.Combine(state, Parent, string.Create(CultureInfo.InvariantCulture, $"{days}-{number}"));
            if (!Directory.Exists(folder))
            {
                return folder;
            }
        }

        throw new UserError($"'{Path.Combine(state, Parent)}' holds {NamesMax} replays of {days}. Delete some.");
    }

    private static string DaysOf(ReplayPlan plan) => plan.From == plan.To
        ? $"{plan.From:yyyy-MM-dd}"
        : $"{plan.From:yyyy-MM-dd}_{plan.To:yyyy-MM-dd}";

    /// <summary>Makes the folder, or finds the same replay begun in it.</summary>
    /// <exception cref="UserError">It holds something else.</exception>
    public static void Open(string folder, ReplayPlan plan)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new UserError($"'{folder}' holds something else than a replay, perhaps a brain's state. Name an "
                    + "empty or new folder with --state DIR, or leave it out.");
            }

            OwnerDirectory.Make(folder);
            AtomicFile.Write(path, JsonBytes.OfFile(writer => Write(writer, plan)));
            return;
        }

        if (WhyOther(path, plan) is { } why)
        {
            throw new UserError($"'{folder}' holds another replay: {why}. Ask for that one to go on with it, or name "
                + "a new folder with --state DIR.");
        }
    }

    private static void Write(Utf8JsonWriter writer, ReplayPlan plan)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in Parts(plan))
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static string? WhyOther(string path, ReplayPlan plan)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var (name, value) in Parts(plan))
            {
                var known = document.RootElement.GetProperty(name).GetString();
                if (known != value)
                {
                    return $"its {name} is {known ?? "none"}, not {value ?? "none"}";
                }
            }

            return null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{path} can't be read";
        }
    }

    private static IEnumerable<(string Name, string? Value)> Parts(ReplayPlan plan)
    {
        yield return ("from", plan.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("to", plan.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("zone", plan.Zone.Id);
        yield return ("data", plan.Bars);
        yield return ("seed", plan.Seed.ToString(CultureInfo.InvariantCulture));
    }
}
