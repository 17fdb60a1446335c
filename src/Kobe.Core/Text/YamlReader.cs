using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kobe.Core.Text;

/// <summary>Builds the tree of one file from the events of YamlDotNet's parser, under our limits.</summary>
/// <remarks>
/// The parser keeps its own stack on the heap and looks at most 1,024 characters ahead, so it is our depth that
/// matters; its deserialiser would recurse on the author's brackets and is not used.
/// </remarks>
internal sealed class YamlReader(
    string file, string text, Diagnostics diagnostics, Func<string, string?>? variable)
{
    private readonly YamlEvents _events = new(file, text);
    private readonly ScalarReader _scalars = new(diagnostics, variable);
    private bool _abandoned;

    /// <summary>Reads the only document; see <see cref="YamlText.Read"/>.</summary>
    public YamlNode? Read()
    {
        if (YamlSyntax.FindDirective(file, text) is { } directive)
        {
            diagnostics.Error(directive, TextCodes.Directive,
                "Directives, lines with '%' at the head of a file, are not used here.", "Delete the line.");
            return null;
        }

        try
        {
            var root = ReadDocument();
            return root is YamlScalar { IsEmpty: true, Refused: false } ? null : root;
        }
        catch (YamlException e)
        {
            YamlSyntax.Report(e, file, text, _events.OpenFlow(), diagnostics);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // On some broken texts the parser's exception has no place, on an unclosed bracket above all.
            YamlSyntax.ReportUnplaced(_events.OpenFlow(), _events.Last, diagnostics);
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        _events.Next();
        if (_events.Next() is StreamEnd)
        {
            return null;
        }

        _events.Next();
        var root = ReadNode(1);
        if (_abandoned)
        {
            return null;
        }

        _events.Next();
        if (_events.Next() is DocumentStart second)
        {
            diagnostics.Error(_events.MarkOf(second), TextCodes.SecondDocument,
                "A second document starts here; a file holds one.",
                "Move it to a file of its own, or delete the '---'.");
        }

        return root;
    }

    // Starts and ends with the parser standing on the node's first and last event.
    private YamlNode ReadNode(int depth)
    {
        var node = _events.Current;
        var mark = _events.MarkOf(node);
        switch (node)
        {
            case Scalar scalar:
                return _scalars.ReadValue(scalar, mark);
            case AnchorAlias alias:
                diagnostics.Error(mark, TextCodes.Alias, $"'*{alias.Value}' is an alias; aliases are not used here.",
                    "Write the value out, or put it in quotes if it is text.");
                return Refused(mark);
        }

        _scalars.RefuseAnchorAndTag((NodeEvent)node, mark);
        if (depth > YamlLimits.DepthMax)
        {
            PassOver(depth, mark);
            return Refused(mark);
        }

        var misplaced = _events.IsMisplaced(node);
        _events.Open(node);
        YamlNode collection = node is MappingStart ? ReadMapping(mark, misplaced, depth) : ReadSequence(mark, depth);
        _events.Close(node);
        return collection;
    }

    private YamlSequence ReadSequence(Mark mark, int depth)
    {
        var items = new List<YamlNode>();
        while (!_abandoned && _events.Next() is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items, mark);
    }

    private YamlMapping ReadMapping(Mark mark, bool misplaced, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new KeysSeen(entries);
        while (!_abandoned && _events.Next() is not MappingEnd)
        {
            var key = ReadKey(depth);
            if (_abandoned)
            {
                break;
            }

            // The value of a refused key is read all the same, for its own errors.
            _events.Next();
            var value = ReadNode(depth + 1);
            if (key is null)
            {
                continue;
            }

            if (keys.LineOf(key.Value) is { } line)
            {
                diagnostics.Error(key.Mark, TextCodes.DuplicateKey,
                    $"'{ValueHints.Short(key.Value)}' stands twice here, first in line {line}.", "Keep one of them.");
                continue;
            }

            keys.Add(key);
            entries.Add(new YamlEntry(key, value));
        }

        return new YamlMapping(entries, misplaced && entries.Count > 0 ? entries[0].Key.Mark : mark);
    }

    private YamlScalar? ReadKey(int depth)
    {
        var mark = _events.MarkOf(_events.Current);
        if (_events.Current is Scalar scalar)
        {
            return _scalars.ReadKey(scalar, mark);
        }

        ReadNode(depth + 1);
        diagnostics.Error(mark, TextCodes.BadKey, "A list, mapping or alias can't be a key.",
            "Write a plain word, or put the key in quotes if it is text.");
        return null;
    }

    // Without recursion: what is too deep may be 40,000 brackets.
    private void PassOver(int depth, Mark mark)
    {
        diagnostics.Error(mark, TextCodes.TooDeep,
            $"Lists and mappings are nested more than {YamlLimits.DepthMax} deep here.", "Make the structure flatter.");
        for (var open = 1; open > 0 && !_abandoned;)
        {
            open += _events.Next().NestingIncrease;
            _abandoned = depth + open > YamlLimits.DepthPassedMax;
        }
    }

    private static YamlScalar Refused(Mark mark) => new("", Quoted: false, mark) { Refused = true };
}
