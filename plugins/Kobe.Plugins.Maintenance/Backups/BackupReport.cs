using System.Text.Json;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>What <c>kobe backup</c> and <c>kobe restore</c> say of a backup; the fact <c>backup.nightly</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="FileBytes">Its size.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Bytes">How many bytes these have.</param>
internal sealed record BackupReport(string Path, string Sha256, long FileBytes, int Files, long Bytes)
{
    /// <summary>Reads an answer of the program.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static BackupReport Of(string answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer);
            var root = read.RootElement;
            return new(
                root.GetProperty("file").GetString()!, root.GetProperty("sha256").GetString()!,
                root.GetProperty("fileBytes").GetInt64(), root.GetProperty("files").GetInt32(),
                root.GetProperty("bytes").GetInt64());
        }
        catch (Exception other) when (other is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The answer has another shape.", other);
        }
    }
}
