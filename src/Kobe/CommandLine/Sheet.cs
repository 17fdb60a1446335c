namespace Kobe.CommandLine;

/// <summary>Labelled lines for a person.</summary>
internal sealed class Sheet(string title)
{
    private readonly List<SheetLine> _lines = [];

    public string Title { get; } = title;

    public IReadOnlyList<SheetLine> Lines => _lines;

    /// <summary>The length of the longest label.</summary>
    public int LabelWidth { get; private set; }

    public void Add(string label, string text)
    {
        _lines.Add(new(label, text));
        LabelWidth = Math.Max(LabelWidth, label.Length);
    }
}
