namespace Kobe.Core.Text;

/// <summary>Reads the part of YAML that schedules are written in, without the library's parser.</summary>
/// <remarks>
/// Mappings and lists, by indentation or in brackets, of values of one line. At the least doubt, and whenever anything
/// is wrong, it gives up without a word, and <see cref="YamlReader"/> reads the file from the start: what is right to
/// write, and every message, is that reader's alone. What is answered here is what it would answer
/// (docs/adr/0031-plain-yaml-is-read-without-a-parser.md).
/// </remarks>
internal sealed class PlainYaml
{
    // YAML knows a key by the colon within 1,024 characters of its beginning.
    private const int KeyLengthMax = 1000;

    private readonly PlainYamlCursor _cursor;
    private readonly Func<string, string?>? _variable;

    // The column that the lines of a value in brackets must lie behind.
    private int _indent;

    private PlainYaml(string file, string text, Func<string, string?>? variable)
    {
        _cursor = new(file, text);
        _variable = variable;
    }

    /// <summary>The tree; null when there is a doubt, also about a file that holds nothing.</summary>
    /// <param name="file">Its name, for the marks.</param>
    /// <param name="text">Its content, without forbidden characters.</param>
    /// <param name="variable">As for <see cref="YamlText.Read"/>.</param>
    public static YamlNode? Read(string file, string text, Func<string, string?>? variable) =>
        text.AsSpan().IndexOfAny('\t', '\r') >= 0 ? null : new PlainYaml(file, text, variable).Read();

    private YamlNode? Read()
    {
        _cursor.PassBlanks();
        var root = Block(1);
        return _cursor.AtEnd && root is YamlMapping or YamlSequence ? root : null;
    }

    // Starts on the first character of a value, and ends on that of what comes after it in another line.
    private YamlNode? Block(int depth)
    {
        if (_cursor.Here is '{' or '[')
        {
            return InBrackets(depth) is { } node && _cursor.EndsLine() ? node : null;
        }

        var (mark, column) = (_cursor.Mark, _cursor.Column);
        if (_cursor.AtDash)
        {
            return Items(mark, column, depth);
        }

        if (_cursor.Scalar(inBrackets: false) is not { } scalar)
        {
            return null;
        }

        return _cursor.AtColon ? Entries(scalar, column, depth)
            : _cursor.EndsLine() ? Value(scalar)
            : null;
    }

    private YamlSequence? Items(Mark mark, int column, int depth)
    {
        var items = new List<YamlNode>();
        while (_cursor.AtDash && _cursor.Column == column)
        {
            _indent = column;
            _cursor.Step();
            _cursor.PassSpaces();
            if (_cursor.Here is '\n' or '#' || depth >= YamlLimits.DepthMax || Block(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return _cursor.AtEnd || _cursor.Column <= column ? new(items, mark) : null;
    }

    private YamlMapping? Entries(YamlScalar? key, int column, int depth)
    {
        var mark = key!.Mark;
        var entries = new List<YamlEntry>();
        var seen = new KeysSeen(entries);
        while (key is not null)
        {
            _indent = column;
            if (!IsKey(key, seen) || ValueOfEntry(column, depth) is not { } value)
            {
                return null;
            }

            seen.Add(key);
            entries.Add(new(key, value));
            if (_cursor.AtEnd || _cursor.Column < column)
            {
                return new(entries, mark);
            }

            key = _cursor.Column == column ? _cursor.Scalar(inBrackets: false) : null;
        }

        return null;
    }

    private YamlNode? ValueOfEntry(int column, int depth)
    {
        _cursor.Step();
        if (!_cursor.EndsLine())
        {
            // A value of several lines in the line of its key: in brackets, or not plain.
            return _cursor.Here is '{' or '['
                ? depth < YamlLimits.DepthMax && InBrackets(depth + 1) is { } node && _cursor.EndsLine() ? node : null
                : _cursor.Scalar(inBrackets: false) is { } scalar && _cursor.EndsLine() ? Value(scalar) : null;
        }

        return !_cursor.AtEnd && _cursor.Column > column && depth < YamlLimits.DepthMax ? Block(depth + 1) : null;
    }

    // Starts on the bracket that opens, and ends behind the one that closes.
    private YamlNode? InBrackets(int depth)
    {
        if (depth > YamlLimits.DepthMax)
        {
            return null;
        }

        var mark = _cursor.Mark;
        return _cursor.Here == '{' ? EntriesInBrackets(mark, depth) : ItemsInBrackets(mark, depth);
    }

    private YamlMapping? EntriesInBrackets(Mark mark, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new KeysSeen(entries);
        _cursor.Step();
        bool? follows;
        while ((follows = Follows('}', entries.Count)) is true)
        {
            var key = _cursor.Scalar(inBrackets: true);
            if (key is null || !IsKey(key, seen))
            {
                return null;
            }

            _cursor.Step();
            _cursor.PassSpaces();
            if (ValueInBrackets(depth) is not { } value)
            {
                return null;
            }

            seen.Add(key);
            entries.Add(new(key, value));
        }

        return follows is false ? new(entries, mark) : null;
    }

    private YamlSequence? ItemsInBrackets(Mark mark, int depth)
    {
        var items = new List<YamlNode>();
        _cursor.Step();
        bool? follows;
        while ((follows = Follows(']', items.Count)) is true)
        {
            if (ValueInBrackets(depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return follows is false ? new(items, mark) : null;
    }

    // Whether another part follows in brackets; behind the bracket that closes when none does, and null at a doubt.
    private bool? Follows(char close, int before)
    {
        _cursor.PassBlanks();
        if (_cursor.Column <= _indent)
        {
            return null;
        }

        if (_cursor.Here == close)
        {
            _cursor.Step();
            return false;
        }

        if (before > 0)
        {
            if (_cursor.Here != ',')
            {
                return null;
            }

            _cursor.Step();
            if (_cursor.Here is not (' ' or '\n'))
            {
                return null;
            }

            _cursor.PassBlanks();
        }

        return _cursor.Column > _indent ? true : null;
    }

    private YamlNode? ValueInBrackets(int depth) =>
        _cursor.Here is '{' or '[' ? InBrackets(depth + 1)
        : _cursor.Scalar(inBrackets: true) is { } scalar && !_cursor.AtColon ? Value(scalar)
        : null;

    // With its colon behind it, and nothing in it that the whole reader refuses.
    private bool IsKey(YamlScalar key, KeysSeen seen) =>
        _cursor.AtColon && key.Value.Length <= KeyLengthMax && !string.IsNullOrWhiteSpace(key.Value)
        && !(_variable is not null && HasVariable(key)) && seen.LineOf(key.Value) is null;

    private YamlScalar? Value(YamlScalar scalar)
    {
        if (_variable is null || !HasVariable(scalar))
        {
            return scalar;
        }

        var unheard = new Diagnostics();
        return VariableText.Replace(scalar, _variable, unheard) is { } replaced
            && replaced.Value.Length <= PlainYamlCursor.LengthMax
            && TextCharacters.IndexOfForbidden(replaced.Value) < 0
            ? replaced
            : null;
    }

    private static bool HasVariable(YamlScalar scalar) => scalar.Value.Contains("${", StringComparison.Ordinal);
}
