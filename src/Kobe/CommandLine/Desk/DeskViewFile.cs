using System.Text.Json;
using Kobe.Files;

namespace Kobe.CommandLine.Desk;

/// <summary>Finds and reads the file that the desk leaves for people.</summary>
internal static class DeskViewFile
{
    private const int BytesMax = 4 << 20;
    private const int DepthMax = 8;
    private static readonly string[] Modes = ["observe", "paper", "live"];

    /// <summary>The view of a mode, or the one that was written last; null when there is none.</summary>
    /// <exception cref="UserError">There is no such mode, or the file can't be read.</exception>
    public static JsonDocument? Read(string state, string? mode)
    {
        if (mode is not null && Array.IndexOf(Modes, mode) < 0)
        {
            throw new UserError($"--mode {mode}: write observe, paper or live.");
        }

        var newest = Modes.Where(one => mode is null || one == mode)
            .Select(one => new FileInfo(Path.Combine(state, "desk", one, "view.json")))
            .Where(file => file.Exists)
            .MaxBy(file => file.LastWriteTimeUtc);
        if (newest is null)
        {
            return null;
        }

        if (newest.Length > BytesMax)
        {
            throw new UserError($"{newest.FullName} has {newest.Length} bytes; at most {BytesMax} are read.");
        }

        try
        {
            return JsonDocument.Parse(
                File.ReadAllBytes(newest.FullName), new JsonDocumentOptions { MaxDepth = DepthMax });
        }
        catch (JsonException error)
        {
            throw new UserError($"{newest.FullName} can't be read: {error.Message}");
        }
    }
}
