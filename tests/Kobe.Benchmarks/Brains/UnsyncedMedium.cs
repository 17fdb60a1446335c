using Kobe.Journals;

namespace Kobe.Benchmarks.Brains;

/// <summary>A journal's directory whose syncs wait for nothing: a year is written for a measurement, not to last.
/// </summary>
internal sealed class UnsyncedMedium(string directory) : IJournalMedium
{
    private readonly FileJournalMedium _medium = new(directory);

    public string Name => _medium.Name;

    public IReadOnlyList<string> List() => _medium.List();

    public IJournalFile Open(string name) => new File(_medium.Open(name));

    public IJournalFile OpenToRead(string name) => _medium.OpenToRead(name);

    public IJournalFile Create(string name) => new File(_medium.Create(name));

    public void Replace(string name, ReadOnlySpan<byte> content) => _medium.Replace(name, content);

    public void Delete(string name) => _medium.Delete(name);

    private sealed class File(IJournalFile file) : IJournalFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> into) => file.Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

        public void Truncate(long length) => file.Truncate(length);

        public void Sync()
        {
        }

        public void Dispose() => file.Dispose();
    }
}
