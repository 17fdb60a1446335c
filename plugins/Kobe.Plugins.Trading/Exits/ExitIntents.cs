using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Exits;

/// <summary><c>exit-intents.json</c>: what was decided after a close for the next session; written once, executed
/// there.</summary>
/// <param name="DecidedOn">The date of the close.</param>
/// <param name="For">The session in which it is done.</param>
/// <param name="Exits">What is sold, with the reason.</param>
/// <param name="Stops">Stops that move closer.</param>
internal sealed record ExitIntents(
    string DecidedOn, string For, IReadOnlyList<ExitIntent> Exits, IReadOnlyList<StopIntent> Stops)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string PathOf(string folder) => Path.Combine(folder, "exit-intents.json");

    /// <summary>What was decided for a date; null when nothing was.</summary>
    /// <exception cref="InvalidDataException">The file is no such decision.</exception>
    public static ExitIntents? Of(string folder, DateOnly date)
    {
        var path = PathOf(folder);
        try
        {
            var read = File.Exists(path) ? JsonSerializer.Deserialize<ExitIntents>(File.ReadAllBytes(path), Options)
                : null;
            return read?.For == date.ToString("yyyy-MM-dd") ? read : null;
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException($"{path} can't be read: {bad.Message} Delete it to go on without.", bad);
        }
    }

    public void Write(string folder) =>
        OwnerFile.Replace(PathOf(folder), JsonSerializer.SerializeToUtf8Bytes(this, Options));
}
