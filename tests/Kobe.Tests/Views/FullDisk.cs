using Kobe.Operation;

namespace Kobe.Tests.Views;

/// <summary>A disk that can be full, and counts what was written.</summary>
internal sealed class FullDisk
{
    public bool IsFull { get; set; }

    public List<string> Written { get; } = [];

    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        if (IsFull)
        {
            throw new IOException("No space left on device");
        }

        AtomicFile.Write(path, content);
        Written.Add(Path.GetFileName(path));
    }
}
