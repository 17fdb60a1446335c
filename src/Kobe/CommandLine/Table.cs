namespace Kobe.CommandLine;

/// <summary>Rows for a person, under headings.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public IReadOnlyList<string> Headings { get; } = headings;

    public IReadOnlyList<string[]> Rows => _rows;

    public void Add(params string[] cells) => _rows.Add(cells);
}
