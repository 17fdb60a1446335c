using System.Text.Json;

namespace Kobe.Operation;

/// <summary>Reads what the brain wrote for people, without trusting that it is whole.</summary>
internal static class StateFiles
{
    // A queue of a hundred and a few hundred tasks take some 200 KB.
    private const int BytesMax = 16 * 1024 * 1024;

    /// <summary>A document of the state directory; null when it is missing, can't be read or is no JSON.</summary>
    public static JsonDocument? Read(string state, string file)
    {
        var path = Path.Combine(state, file);
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= BytesMax
                ? JsonDocument.Parse(File.ReadAllBytes(path))
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
