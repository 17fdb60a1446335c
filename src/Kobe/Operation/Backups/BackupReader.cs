using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Kobe.Files;

namespace Kobe.Operation.Backups;

/// <summary>Reads a backup from beginning to end and holds every file against its hash.</summary>
internal static class BackupReader
{
    // More than any state directory has; an archive that goes on for ever is none of ours.
    private const long BytesMax = 256L << 30;
    private const int FilesMax = 1_000_000;
    private const int ContentBytesMax = 256 << 20;

    private static readonly JsonSerializerOptions Reading = new()
    {
        MaxDepth = 8, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a backup.</summary>
    /// <param name="path">The file.</param>
    /// <param name="into">A folder for the files, or null to read only.</param>
    /// <returns>What it holds; every hash is right.</returns>
    /// <exception cref="UserError">It is no backup, or damaged: a sentence says where.</exception>
    public static BackupContent Read(string path, string? into)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            return Read(tar, path, into);
        }
        catch (Exception bad) when (bad is InvalidDataException or EndOfStreamException or FormatException
            or JsonException or ArgumentException)
        {
            throw new UserError($"{path} is no whole backup: {bad.Message}");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserError($"There is no file {path}. kobe backup FILE makes one.");
        }
    }

    private static BackupContent Read(TarReader tar, string path, string? into)
    {
        var found = new List<BackedUpFile>();
        long bytes = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name == BackupContent.EntryName)
            {
                return Compare(ContentOf(entry, path), found, path);
            }

            bytes += entry.Length;
            if (found.Count == FilesMax || bytes > BytesMax)
            {
                throw new UserError(
                    $"{path} holds more than {FilesMax} files or {BytesMax >> 30} GiB; that is no backup.");
            }

            found.Add(Take(entry, path, into));
        }

        throw new UserError($"{path} is cut off after {found.Count} files: use an earlier backup.");
    }

    private static BackedUpFile Take(TarEntry entry, string path, string? into)
    {
        if (entry.EntryType != TarEntryType.RegularFile || !IsInside(entry.Name))
        {
            throw new UserError($"{path} holds '{entry.Name}', which no backup of Kobe does. Don't use it.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var target = into is null ? null : Create(Path.Combine(into, entry.Name));
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        if (entry.DataStream is { } content)
        {
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                target?.Write(buffer, 0, read);
                bytes += read;
            }
        }

        target?.Flush(flushToDisk: true);
        return new(entry.Name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStream Create(string path)
    {
        OwnerDirectory.Make(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    private static BackupContent ContentOf(TarEntry entry, string path)
    {
        if (entry.Length > ContentBytesMax || entry.DataStream is not { } stream)
        {
            throw new UserError($"{path} has a list of its files that can't be read.");
        }

        var content = JsonSerializer.Deserialize<BackupContent>(stream, Reading)
            ?? throw new UserError($"{path} has no list of its files.");
        return content.Format is >= 1 and <= BackupContent.Current
            ? content
            : throw new UserError(
                $"{path} has form {content.Format}; this program knows up to {BackupContent.Current}.");
    }

    private static BackupContent Compare(BackupContent content, List<BackedUpFile> found, string path)
    {
        for (var i = 0; i < Math.Max(content.Files.Count, found.Count); i++)
        {
            if (i >= content.Files.Count || i >= found.Count || content.Files[i] != found[i])
            {
                var name = i < found.Count ? found[i].Path : content.Files[i].Path;
                throw new UserError($"{path} is damaged: {name} is not what was backed up. Use another backup.");
            }
        }

        return content;
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && !Path.IsPathRooted(name) && !name.Contains('\\') && !name.Contains('\0')
        && !name.Split('/').Any(part => part is "" or "." or "..");
}
