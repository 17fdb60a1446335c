namespace Kobe.Desk.Bars.Store;

/// <summary>How one item lies in a file of frames: always the same number of bytes, little-endian.</summary>
internal interface IFrameCodec<T>
{
    /// <summary>What every file of these items begins with, eight bytes.</summary>
    static abstract ReadOnlySpan<byte> Mark { get; }

    /// <summary>The bytes of one item.</summary>
    static abstract int Bytes { get; }

    static abstract void Put(Span<byte> bytes, in T item);

    static abstract T Get(ReadOnlySpan<byte> bytes);
}
