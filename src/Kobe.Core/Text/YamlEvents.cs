using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kobe.Core.Text;

/// <summary>The events of YamlDotNet's parser with our marks, and the brackets that are open.</summary>
internal sealed class YamlEvents
{
    private readonly string _file;
    private readonly string _text;
    private readonly Parser _parser;
    private readonly List<ParsingEvent> _openFlows = [];
    private long _lastIndex;

    public YamlEvents(string file, string text)
    {
        _file = file;
        _text = text;
        Last = new Mark(file, 1, 1);
#pragma warning disable RS0030 // The parser takes only a TextReader; this one reads a string in memory.
        _parser = new Parser(new StringReader(text));
#pragma warning restore RS0030
    }

    /// <summary>The event that was read last; there is one after the first <see cref="Next"/>.</summary>
    public ParsingEvent Current => _parser.Current!;

    /// <summary>The end of what was read.</summary>
    public Mark Last { get; private set; }

    /// <summary>Reads the next event.</summary>
    /// <exception cref="YamlException">The text is not YAML here.</exception>
    /// <exception cref="InvalidOperationException">The same, where the parser has no place for it.</exception>
    public ParsingEvent Next()
    {
        if (!_parser.MoveNext())
        {
            throw new InvalidOperationException("The parser ended before its stream did.");
        }

        var current = Current;
        if (current.End.Index >= _lastIndex)
        {
            _lastIndex = current.End.Index;
            Last = MarkOf(current.End);
        }

        return current;
    }

    /// <summary>Where an event starts.</summary>
    public Mark MarkOf(ParsingEvent e) => IsMisplaced(e) ? Last : MarkOf(e.Start);

    /// <summary>True for the pair in <c>[key: value]</c>: the parser places it at the start of the file.</summary>
    public bool IsMisplaced(ParsingEvent e) => e is MappingStart && e.Start.Index == 0 && _openFlows.Count > 0;

    /// <summary>Remembers a list or mapping that began, if it is in brackets.</summary>
    public void Open(ParsingEvent start)
    {
        // The pair of [key: value] has no bracket of its own.
        var index = (int)start.Start.Index;
        if (!IsMisplaced(start) && index < _text.Length && _text[index] is '[' or '{')
        {
            _openFlows.Add(start);
        }
    }

    /// <summary>Forgets it when it ended.</summary>
    public void Close(ParsingEvent start)
    {
        if (_openFlows.Count > 0 && ReferenceEquals(_openFlows[^1], start))
        {
            _openFlows.RemoveAt(_openFlows.Count - 1);
        }
    }

    /// <summary>Where the innermost open bracket is, or null.</summary>
    public Mark? OpenFlow() => _openFlows.Count > 0 ? MarkOf(_openFlows[^1].Start) : null;

    private Mark MarkOf(YamlDotNet.Core.Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);
}
