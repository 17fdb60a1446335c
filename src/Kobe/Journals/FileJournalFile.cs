using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A file on the disk.</summary>
/// <param name="file">The open file; closed with this.</param>
internal sealed class FileJournalFile(DiskFile file) : IJournalFile
{
    /// <inheritdoc/>
    public long Length => file.Length;

    /// <inheritdoc/>
    public int Read(long offset, Span<byte> into) => file.Read(offset, into);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

    /// <inheritdoc/>
    public void Truncate(long length) => file.SetLength(length);

    /// <inheritdoc/>
    public void Sync() => file.SyncContent();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
