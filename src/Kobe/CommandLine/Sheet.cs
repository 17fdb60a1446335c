namespace Kobe.CommandLine;

/// <summary>Labelled lines for a person.</summary>
internal sealed class Sheet(string title)
{
    private readonly List<(string Label, string Text)> _lines = [];

    public string Title { get; } = title;

    public IReadOnlyList<(string Label, string Text)> Lines => _lines;

    public void Add(string label, string text) => _lines.Add((label, text));
}
