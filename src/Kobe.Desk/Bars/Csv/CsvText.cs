using Kobe.Core.Text;

namespace Kobe.Desk.Bars.Csv;

/// <summary>Walks the lines and fields of comma-separated numbers, and collects what is wrong with them.</summary>
/// <remarks>Fields are not quoted: none of these columns could hold a comma. CRLF and a BOM are fine.</remarks>
internal ref struct CsvText(string file, ReadOnlySpan<char> text)
{
    /// <summary>More columns than any file of bars has.</summary>
    public const int FieldsMax = 32;

    private ReadOnlySpan<char> _rest = text.TrimStart('\uFEFF');
    private ReadOnlySpan<char> _line;

    /// <summary>The file as it is named to people.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong so far.</summary>
    public Diagnostics Errors { get; } = new();

    /// <summary>The number of the current line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The current line.</summary>
    public readonly ReadOnlySpan<char> Text => _line;

    /// <summary>Goes to the next line that is not empty.</summary>
    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf('\n');
            _line = (end < 0 ? _rest : _rest[..end]).TrimEnd('\r');
            _rest = end < 0 ? default : _rest[(end + 1)..];
            Line++;
            if (!_line.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts the current line into fields.</summary>
    /// <param name="fields">Where they begin and end; <see cref="FieldsMax"/> of them.</param>
    /// <returns>How many there are.</returns>
    public readonly int Split(Span<Range> fields) => _line.Split(fields, ',', StringSplitOptions.TrimEntries);

    /// <summary>One field of the current line.</summary>
    /// <param name="field">Its range.</param>
    public readonly ReadOnlySpan<char> this[Range field] => _line[field];

    /// <summary>Says what is wrong at a field of the current line.</summary>
    /// <param name="field">The field.</param>
    /// <param name="code">The code.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What would be right.</param>
    public readonly void Wrong(Range field, string code, string message, string hint) =>
        Errors.Error(new Mark(File, Line, field.Start.Value + 1), code, message, hint);
}
