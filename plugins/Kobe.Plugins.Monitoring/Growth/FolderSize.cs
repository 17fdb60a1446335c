namespace Kobe.Plugins.Monitoring.Growth;

/// <summary>How large a folder was.</summary>
/// <param name="Date">When, in the exchange's zone.</param>
/// <param name="Bytes">What its files took.</param>
/// <param name="Files">How many there were.</param>
internal sealed record FolderSize(DateOnly Date, long Bytes, int Files)
{
    // Beyond it the count of files is finding enough.
    private const int FilesMax = 1_000_000;

    /// <summary>Adds up a folder and all below it; links are not followed.</summary>
    /// <exception cref="IOException">It can't be listed.</exception>
    public static FolderSize Of(string folder, string pattern, DateOnly date, CancellationToken cancellation)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
        };
        var (bytes, files) = (0L, 0);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(pattern, options))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                bytes += file.Length;
            }
            catch (FileNotFoundException)
            {
                continue; // Replaced or deleted since it was listed.
            }

            if (++files >= FilesMax)
            {
                break;
            }
        }

        return new(date, bytes, files);
    }
}
