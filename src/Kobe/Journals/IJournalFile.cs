namespace Kobe.Journals;

/// <summary>One open file of a medium.</summary>
internal interface IJournalFile : IDisposable
{
    /// <summary>Its length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads until the buffer is full or the file ends; how many bytes.</summary>
    int Read(long offset, Span<byte> into);

    /// <summary>Writes all of it; after an exception some of it may be there.</summary>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts the file.</summary>
    void Truncate(long length);

    /// <summary>Makes what was written durable.</summary>
    void Sync();
}
