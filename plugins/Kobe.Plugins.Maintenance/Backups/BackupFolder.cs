using System.Globalization;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>The folder of the backups: their names tell their instants, so that age needs no look inside.</summary>
/// <param name="Path">The folder.</param>
internal sealed record BackupFolder(string Path)
{
    private const string Prefix = "kobe-";
    private const string Suffix = ".tar.gz";
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The folder that a row names, or the usual one in the state directory.</summary>
    public static BackupFolder Of(string? named, string state) =>
        new(named ?? System.IO.Path.Combine(state, "backups"));

    /// <summary>The backup of an instant.</summary>
    public string At(DateTimeOffset instant) => System.IO.Path.Combine(
        Path, Prefix + instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The backups, oldest first.</summary>
    /// <exception cref="IOException">The folder can't be listed.</exception>
    public IReadOnlyList<StoredBackup> List() => !Directory.Exists(Path)
        ? []
        : [.. Directory.GetFiles(Path, Prefix + "*" + Suffix).Select(Read).OfType<StoredBackup>()
            .OrderBy(backup => backup.At)];

    private static StoredBackup? Read(string path)
    {
        var name = System.IO.Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
        return DateTimeOffset.TryParseExact(
            name, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new(path, at) : null;
    }
}
