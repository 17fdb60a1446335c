using Kobe.Journals;

namespace Kobe.Tests.Simulation;

/// <summary>A disk under a journal that does not cut torn lines off: the next line goes behind them.</summary>
internal sealed class UncutMedium(IJournalMedium inner) : IJournalMedium
{
    public string Name => inner.Name;

    public IReadOnlyList<string> List() => inner.List();

    public IJournalFile Open(string name) => new UncutFile(inner.Open(name));

    public IJournalFile OpenToRead(string name) => inner.OpenToRead(name);

    public IJournalFile Create(string name) => inner.Create(name);

    public void Replace(string name, ReadOnlySpan<byte> content) => inner.Replace(name, content);

    public void Delete(string name) => inner.Delete(name);

    private sealed class UncutFile(IJournalFile file) : IJournalFile
    {
        private long _shift;

        public long Length => file.Length - _shift;

        public int Read(long offset, Span<byte> into) => file.Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset + _shift, bytes);

        // The first cut is that of the opening; the others give back room that was written ahead.
        public void Truncate(long length)
        {
            var end = End();
            if (_shift == 0 && end > length)
            {
                _shift = end - length;
            }

            file.Truncate(length + _shift);
        }

        public void Sync() => file.Sync();

        public void Dispose() => file.Dispose();

        // Without the blank lines that were written ahead.
        private long End()
        {
            var bytes = new byte[file.Length];
            file.Read(0, bytes);
            return bytes.AsSpan().TrimEnd((byte)'\n').Length;
        }
    }
}
