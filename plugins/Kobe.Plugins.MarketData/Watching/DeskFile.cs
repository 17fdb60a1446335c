using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.MarketData.Watching;

/// <summary>Results that are too large for a fact: JSON files in <c>desk/marketdata/</c>, written whole.</summary>
internal static class DeskFile
{
    /// <summary>How the files are written; names are those of facts.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Where a file lies.</summary>
    public static string At(DeskSession desk, params ReadOnlySpan<string> parts) =>
        desk.PathOf(["marketdata", .. parts]);

    /// <summary>Writes a file whole.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    public static Output Write<T>(string path, T value)
    {
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));
        return Output.OfFile(path);
    }

    /// <summary>Writes a list whole, with its instant and whether prices were made up.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    public static Output WriteTable<T>(DeskSession desk, string path, IReadOnlyList<T> rows) =>
        Write(path, new KeptTable<T>(desk.Now, desk.Source.IsSynthetic, rows));

    /// <summary>Reads a file; null when it is not there.</summary>
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException bad)
        {
            throw new InvalidDataException(
                $"{path} is damaged ({bad.Message}): take it from a backup, or delete it and it is made anew.", bad);
        }
    }

    /// <summary>A date as a file name.</summary>
    public static string Name(DateOnly date) => date.ToString("yyyy-MM-dd", null);
}
