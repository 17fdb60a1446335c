namespace Kobe.Operation;

/// <summary>A file for its owner that only grows; when it is long it is put aside, once, as <c>.1</c>.</summary>
internal static class AppendedFile
{
    /// <summary>Appends, durably.</summary>
    /// <param name="path">The file; it and its folder are made when they are missing.</param>
    /// <param name="lines">Whole lines.</param>
    /// <param name="lengthMax">From how many bytes on it is put aside.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is another's.</exception>
    public static void Add(string path, ReadOnlySpan<byte> lines, long lengthMax)
    {
        OwnerDirectory.Make(Path.GetDirectoryName(path)!);
        if (File.Exists(path) && new FileInfo(path).Length > lengthMax)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        using var file = DiskFile.Open(path, Posix.ReadWrite | Posix.Create);
        file.Write(file.Length, lines);
        file.SyncContent();
    }
}
