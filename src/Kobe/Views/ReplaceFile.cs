namespace Kobe.Views;

/// <summary>Replaces a file whole, as <see cref="Operation.AtomicFile"/> does; a test's disk may be full.</summary>
/// <exception cref="IOException">It could not; the old content is still there.</exception>
internal delegate void ReplaceFile(string path, ReadOnlySpan<byte> content);
