namespace Kobe.Operation;

/// <summary>Replaces a whole file: a reader sees the old content or the new, and a crash leaves one of them.</summary>
internal static class AtomicFile
{
    /// <summary>The name's end while it is written; one left by a crash is overwritten by the next write.</summary>
    public const string Suffix = ".tmp";

    /// <summary>Temporary file, fsync, rename, directory fsync; mode 0600.</summary>
    /// <param name="path">The file; its directory must be there. Only one writer at a time.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="PosixException">It could not; the old content is still there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        WriteUnlisted(path, content);
        DiskFile.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>The same but for the directory's fsync, which the caller does once for several files.</summary>
    /// <param name="path">The file; its directory must be there. Only one writer at a time.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="PosixException">It could not; the old content is still there.</exception>
    public static void WriteUnlisted(string path, ReadOnlySpan<byte> content) =>
        Replace(path, content, isDurable: true);

    /// <summary>The same without waiting for the disk: for what can be made again, as all views of a replay.</summary>
    /// <param name="path">The file; its directory must be there. Only one writer at a time.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="PosixException">It could not; the old content is still there.</exception>
    public static void WriteUnsynced(string path, ReadOnlySpan<byte> content) =>
        Replace(path, content, isDurable: false);

    private static void Replace(string path, ReadOnlySpan<byte> content, bool isDurable)
    {
        var temporary = path + Suffix;
        try
        {
            using (var file = DiskFile.Open(temporary, Posix.ReadWrite | Posix.Create | Posix.Truncate))
            {
                file.Write(0, content);
                if (isDurable)
                {
                    file.Sync();
                }
            }

            if (Posix.Rename(temporary, path) != 0)
            {
                throw PosixException.Last($"rename {temporary}");
            }
        }
        catch (PosixException)
        {
            // On a full disk the torn file would keep the space that others wait for.
            _ = Posix.Unlink(temporary);
            throw;
        }
    }
}
