namespace Kobe.Core.Text;

/// <summary>Collects what is wrong, so that all errors of all files are shown at once.</summary>
/// <remarks>For one thread. The first <see cref="KeptMax"/> are kept, all of them are counted.</remarks>
public sealed class Diagnostics
{
    /// <summary>How many are kept; a hostile file of 1 MiB could hold 300,000 errors, and nobody reads them.</summary>
    public const int KeptMax = 10_000;

    private readonly List<Diagnostic> _items = [];
    private bool _sorted = true;

    /// <summary>How many errors and warnings were recorded, also those that were not kept.</summary>
    public int Count { get; private set; }

    /// <summary>How many errors were recorded, also those that were not kept.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>True when at least one error was recorded.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>What was kept, by file (ordinal), line, column and code.</summary>
    /// <value>A list that further errors change; take a copy to keep it.</value>
    public IReadOnlyList<Diagnostic> Items
    {
        get
        {
            if (!_sorted)
            {
                _items.Sort(Compare);
                _sorted = true;
            }

            return _items;
        }
    }

    /// <summary>Records an error: the file is refused.</summary>
    /// <param name="mark">Where it is.</param>
    /// <param name="code">Its stable code.</param>
    /// <param name="message">A sentence that says what is wrong.</param>
    /// <param name="hint">A sentence that says what would be right, or null.</param>
    public void Error(Mark mark, string code, string message, string? hint = null) =>
        Add(mark, code, Severity.Error, message, hint);

    /// <summary>Records a warning: the file is used all the same.</summary>
    /// <param name="mark">Where it is.</param>
    /// <param name="code">Its stable code.</param>
    /// <param name="message">A sentence that says what is odd.</param>
    /// <param name="hint">A sentence that says what would be better, or null.</param>
    public void Warning(Mark mark, string code, string message, string? hint = null) =>
        Add(mark, code, Severity.Warning, message, hint);

    private void Add(Mark mark, string code, Severity severity, string message, string? hint)
    {
        Count++;
        if (severity == Severity.Error)
        {
            ErrorCount++;
        }

        if (_items.Count < KeptMax)
        {
            _items.Add(new Diagnostic(mark.File, mark.Line, mark.Column, code, severity, message, hint));
            _sorted = _items.Count == 1;
        }
    }

    // A total order, because the list's sort is not stable.
    private static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.File, right.File);
        order = order != 0 ? order : left.Line.CompareTo(right.Line);
        order = order != 0 ? order : left.Column.CompareTo(right.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
