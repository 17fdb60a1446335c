namespace Kobe.Core.Text;

/// <summary>A place in a text of plain YAML: passes over blanks and remarks, and reads single values.</summary>
internal sealed class PlainYamlCursor(string file, string text)
{
    /// <summary>The longest value in characters that surely stays within <see cref="YamlLimits.ScalarBytesMax"/>: each
    /// has three bytes at most.</summary>
    public const int LengthMax = YamlLimits.ScalarBytesMax / 3;

    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The column from 1, as marks count.</summary>
    public int Column => _at - _lineStart + 1;

    public Mark Mark => new(file, _line, Column);

    public bool AtEnd => _at >= text.Length;

    /// <summary>The character here; NUL, which no file holds, at the end.</summary>
    public char Here => _at < text.Length ? text[_at] : '\0';

    /// <summary>The dash of a list item.</summary>
    public bool AtDash => Here == '-' && _at + 1 < text.Length && text[_at + 1] == ' ';

    /// <summary>The colon behind a key.</summary>
    public bool AtColon => Here == ':' && _at + 1 < text.Length && text[_at + 1] is ' ' or '\n';

    /// <summary>Goes over one character of this line.</summary>
    public void Step() => _at++;

    /// <summary>Goes over spaces.</summary>
    public void PassSpaces()
    {
        while (Here == ' ')
        {
            _at++;
        }
    }

    /// <summary>Whether nothing but spaces and a remark follows in this line; stands then on the next thing of the
    /// file.</summary>
    public bool EndsLine()
    {
        var line = _line;
        PassBlanks();
        return _line > line || AtEnd;
    }

    /// <summary>Goes over spaces, line breaks and remarks.</summary>
    public void PassBlanks()
    {
        while (_at < text.Length)
        {
            switch (text[_at])
            {
                case ' ':
                    _at++;
                    break;
                case '\n':
                    _lineStart = ++_at;
                    _line++;
                    break;
                case '#' when _at == 0 || text[_at - 1] is ' ' or '\n':
                    var end = text.AsSpan(_at).IndexOf('\n');
                    _at = end < 0 ? text.Length : _at + end;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>A value or key in this line, as it is written; null when there is a doubt.</summary>
    /// <param name="inBrackets">Whether commas and brackets end it.</param>
    public YamlScalar? Scalar(bool inBrackets)
    {
        var start = _at;
        var mark = Mark;
        if (Here is '"' or '\'')
        {
            var end = EndOfQuoted(Here);
            if (end < 0 || end - start > LengthMax)
            {
                return null;
            }

            _at = end + 1;
            return new(text[(start + 1)..end], Quoted: true, mark);
        }

        var behind = IsPlainStart() ? EndOfPlain(inBrackets) : -1;
        if (behind < 0 || behind - start > LengthMax)
        {
            return null;
        }

        _at = behind;
        return new(text[start..behind], Quoted: false, mark);
    }

    // Escapes, doubled quotes and line breaks are left to the whole reader.
    private int EndOfQuoted(char quote)
    {
        for (var i = _at + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
            {
                return quote == '\'' && i + 1 < text.Length && text[i + 1] == quote ? -1 : i;
            }

            if (c is '\\' or '\n')
            {
                return -1;
            }
        }

        return -1;
    }

    // Fewer than YAML allows: these mean nothing else anywhere.
    private bool IsPlainStart() => IsWord(Here)
        || (Here is '-' or '+' or '.' or '/' && _at + 1 < text.Length && IsWord(text[_at + 1]) && Column > 1);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '~';

    private int EndOfPlain(bool inBrackets)
    {
        var end = _at;
        for (var i = _at; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\n':
                    return end;
                case ' ':
                    continue;
                case '#':
                    return text[i - 1] == ' ' ? end : -1;
                case ':' when i + 1 >= text.Length || text[i + 1] is ' ' or '\n':
                    // A space before the colon is legal, and nobody writes it.
                    return end == i ? end : -1;
                case ':' when inBrackets && !IsWord(text[i + 1]):
                    return -1;
                case ',' or '[' or ']' or '{' or '}' when inBrackets:
                    return end;
                case '?' when inBrackets:
                    return -1;
                default:
                    end = i + 1;
                    break;
            }
        }

        return end;
    }
}
