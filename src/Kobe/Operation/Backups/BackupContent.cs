namespace Kobe.Operation.Backups;

/// <summary>What a backup holds: its last entry says it, so that a cut-off backup shows.</summary>
/// <param name="Format">The version of this form.</param>
/// <param name="StateFormat">The version of the state directory (<c>format.json</c>).</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="Files">All files, in the order of the archive.</param>
internal sealed record BackupContent(
    int Format, int StateFormat, string Program, DateTimeOffset At, IReadOnlyList<BackedUpFile> Files)
{
    /// <summary>The present version of this form.</summary>
    public const int Current = 1;

    /// <summary>The entry's name; no file of the state directory begins like that.</summary>
    public const string EntryName = ".kobe-backup.json";

    /// <summary>The bytes of all files together.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}
