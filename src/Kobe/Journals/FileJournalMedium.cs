using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A directory on the disk: mode 0700, files 0600.</summary>
/// <param name="directory">Its path; made when it is missing.</param>
internal sealed class FileJournalMedium(string directory) : IJournalMedium
{
    /// <inheritdoc/>
    public string Name => directory;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path))]
        : [];

    /// <inheritdoc/>
    public IJournalFile Open(string name)
    {
        var file = DiskFile.Open(At(name), Posix.ReadWrite);
        try
        {
            // After a failed sync the cache shows bytes that the disk never took, marked as clean. What a killed brain
            // left unsynced is made durable first; then the cache is dropped, and the disk itself is read.
            file.SyncContent();
            file.DropCache();
            return new FileJournalFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IJournalFile OpenToRead(string name) => new FileJournalFile(DiskFile.Open(At(name), Posix.ReadOnly));

    /// <inheritdoc/>
    public IJournalFile Create(string name)
    {
        DiskFile.EnsureDirectory(directory);
        var file = DiskFile.Open(At(name), Posix.ReadWrite | Posix.Create | Posix.Exclusive);
        try
        {
            DiskFile.SyncDirectory(directory);
            return new FileJournalFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Replace(string name, ReadOnlySpan<byte> content) => AtomicFile.Write(At(name), content);

    /// <inheritdoc/>
    public void Delete(string name)
    {
        if (Posix.Unlink(At(name)) != 0)
        {
            throw PosixException.Last($"delete {At(name)}");
        }
    }

    private string At(string name) => Path.Combine(directory, name);
}
