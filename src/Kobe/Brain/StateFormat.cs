using System.Text;
using System.Text.Json;
using Kobe.Files;
using Kobe.Operation;

namespace Kobe.Brain;

/// <summary>The version of what lies in the state directory: a newer one is not touched.</summary>
internal static class StateFormat
{
    /// <summary>The version that this program writes.</summary>
    public const int Version = 1;

    private const string FileName = "format.json";

    /// <summary>Writes the version on the first run; refuses a state that a newer program has written.</summary>
    /// <exception cref="UserError">It is newer, or can't be read.</exception>
    public static void Check(string state)
    {
        var path = Path.Combine(state, FileName);
        if (!File.Exists(path))
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes($"{{\"version\":{Version}}}\n"));
            return;
        }

        if (Read(path) is not { } found)
        {
            throw new UserError($"{path} can't be read as {{\"version\":{Version}}}. Restore it, or the whole state.");
        }

        if (found > Version)
        {
            throw new UserError(
                $"{path} says version {found}; this program knows versions up to {Version}. Run the newer program.");
        }
    }

    private static int? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty("version").TryGetInt32(out var version) ? version : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
