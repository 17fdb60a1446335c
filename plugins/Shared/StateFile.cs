using System.Text.Json;

namespace Kobe.Plugins.State;

/// <summary>Reads the brain's JSON files as a stranger does: they may be missing, and need not be whole.</summary>
internal static class StateFile
{
    // The largest view takes some hundred kilobytes; what is larger was not written by the brain.
    private const int BytesMax = 16 * 1024 * 1024;

    /// <summary>Reads an object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it, in a sentence; null when it is whole or missing.</param>
    /// <returns>Null when it is missing or something is wrong with it.</returns>
    public static JsonElement? Read(string path, out string? problem)
    {
        problem = null;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > BytesMax } large)
            {
                problem = $"{path} has {large.Length} bytes; a file of the brain has at most {BytesMax}.";
                return null;
            }

            var root = JsonElement.Parse(File.ReadAllBytes(path));
            if (root.ValueKind == JsonValueKind.Object)
            {
                return root;
            }

            problem = $"{path} holds no JSON object.";
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // Not there, or replaced by nothing since it was listed.
        }
        catch (Exception bad) when (bad is JsonException or IOException or UnauthorizedAccessException)
        {
            problem = $"{path} can't be read: {bad.Message}";
        }

        return null;
    }

    /// <summary>Whether a file holds one whole JSON array, as handlers keep lists in.</summary>
    public static bool IsList(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= BytesMax }
                && JsonElement.Parse(File.ReadAllBytes(path)).ValueKind == JsonValueKind.Array;
        }
        catch (Exception bad) when (bad is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A number of an object, or 0.</summary>
    public static long Number(this JsonElement found, string name) =>
        found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) ? number : 0;

    /// <summary>A text of an object, or null.</summary>
    public static string? Text(this JsonElement found, string name) =>
        found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>An instant of an object, or null.</summary>
    public static DateTimeOffset? Instant(this JsonElement found, string name) =>
        found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.TryGetDateTimeOffset(out var instant) ? instant : null;
}
