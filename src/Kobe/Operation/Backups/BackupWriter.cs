using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Kobe.Files;

namespace Kobe.Operation.Backups;

/// <summary>Writes a state directory into one file, beside a running brain.</summary>
internal static class BackupWriter
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A file goes while the list is worked through only when the journal is compacted, once a day.
    private const int TriesMax = 3;

    /// <summary>Writes the backup: whole or not at all.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="stateFormat">The version of the state directory.</param>
    /// <param name="program">The version of the program.</param>
    /// <param name="now">The present time (UTC).</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static BackupContent Write(string state, string path, int stateFormat, string program, DateTimeOffset now)
    {
        var temporary = path + AtomicFile.Suffix;
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return WriteOnce(state, path, new(BackupContent.Current, stateFormat, program, now, []));
                }
                catch (FileNotFoundException) when (tries < TriesMax)
                {
                    // Compacted away since it was listed: the files that are there now belong together.
                }
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static BackupContent WriteOnce(string state, string path, BackupContent head)
    {
        var files = BackupFiles.In(state);
        if (files.Count == 0)
        {
            throw new UserError($"There is nothing in {state} to back up.");
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var content = head;
        using (var file = new FileStream(path + AtomicFile.Suffix, options))
        {
            using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
            {
                content = head with { Files = [.. files.Select(name => Add(tar, state, name, head.At))] };
                using var last = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content));
                tar.WriteEntry(Entry(BackupContent.EntryName, last, head.At));
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + AtomicFile.Suffix, path, overwrite: true);
        DiskFile.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return content;
    }

    private static BackedUpFile Add(TarWriter tar, string state, string name, DateTimeOffset at)
    {
        using var source = new FileStream(
            Path.Combine(state, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var part = new FilePart(source, BackupFiles.Grows(name) ? FilePart.WholeLines(source) : source.Length);
        tar.WriteEntry(Entry(name, part, at));
        return new(name, part.Length, part.Hash());
    }

    private static PaxTarEntry Entry(string name, Stream content, DateTimeOffset at) =>
        new(TarEntryType.RegularFile, name) { DataStream = content, Mode = OwnerOnly, ModificationTime = at };
}
