using System.Text;
using Kobe.Contracts;

namespace Kobe.Core.Catalogues;

/// <summary>A catalogue as lines of words between tabs, for the file that reading commands look into.</summary>
/// <remarks>
/// Not JSON, because an answer such as <c>kobe next</c> should come before a JSON library is even loaded. People can
/// read it; programs ask <c>kobe handlers --json</c>.
/// </remarks>
public static class CatalogueText
{
    // What stands for a value that is missing; a backslash in a text is doubled, so it can't be mistaken.
    private const string None = "\\-";

    // By the numbers of the enumerations.
    private static readonly string[] EffectWords = ["none", "idempotent", "orders"];

    private static readonly string[] TypeWords =
        ["text", "flag", "whole", "number", "duration", "date", "time", "instant", "choice", "list"];

    /// <summary>Writes a catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <returns>A line for the contract, each plugin, each handler, and below it each of its arguments.</returns>
    public static string Write(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var text = new StringBuilder();
        Line(text, "contract", catalogue.Contract);
        foreach (var plugin in catalogue.Plugins)
        {
            Line(text, "plugin", plugin.Name, plugin.Version, plugin.Hash, plugin.Problem);
        }

        foreach (var handler in catalogue.Handlers)
        {
            Line(text, "handler", handler.Name, handler.Plugin, EffectWords[(int)handler.Effects],
                handler.Reconciles ? "reconciles" : "-", handler.About, List(handler.Facts));
            foreach (var argument in handler.Arguments)
            {
                Line(text, "arg", argument.Name, TypeWords[(int)argument.Type],
                    argument.Required ? "required" : "-", argument.Default, argument.Unit, argument.About,
                    List(argument.Choices), argument.NamesFacts ? "facts" : "-");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The lines.</param>
    /// <returns>Null when it isn't a catalogue of this version of the program.</returns>
    public static Catalogue? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? contract = null;
        var plugins = new List<PluginRecord>();
        var handlers = new List<HandlerRecord>();
        var arguments = new List<ArgumentRecord>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            switch (cells)
            {
                case ["contract", var version]:
                    contract = Plain(version);
                    break;
                case ["plugin", var name, var version, var hash, var problem]:
                    plugins.Add(new(Word(name), Word(version), Word(hash), Plain(problem)));
                    break;
                case ["handler", ..] when ReadHandler(cells, arguments = []) is { } handler:
                    handlers.Add(handler);
                    break;
                case ["arg", ..] when handlers.Count > 0 && ReadArgument(cells) is { } argument:
                    arguments.Add(argument);
                    break;
                default:
                    return null;
            }
        }

        return contract is null ? null : new(contract, plugins, handlers);
    }

    private static HandlerRecord? ReadHandler(string[] cells, List<ArgumentRecord> arguments) =>
        cells is [_, var name, var plugin, var effects, var reconciles, var about, var facts]
            && Array.IndexOf(EffectWords, effects) is >= 0 and var effect
            ? new(Word(name), Word(plugin), (Effects)effect, reconciles == "reconciles", Word(about), Parts(facts),
                arguments)
            : null;

    private static ArgumentRecord? ReadArgument(string[] cells) =>
        cells is [_, var name, var type, var required, var usual, var unit, var about, var choices,
            var names]
            && Array.IndexOf(TypeWords, type) is >= 0 and var number
            ? new(Word(name), (ArgumentType)number, required == "required", Plain(usual), Plain(unit), Word(about),
                Parts(choices), names == "facts")
            : null;

    private static void Line(StringBuilder text, string what, params string?[] cells)
    {
        text.Append(what);
        foreach (var cell in cells)
        {
            text.Append('\t').Append(cell is null ? None : Escaped(cell));
        }

        text.Append('\n');
    }

    private static string List(IReadOnlyList<string> words) => string.Join(' ', words);

    private static string[] Parts(string cell) => Word(cell).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Word(string cell) => Plain(cell) ?? "";

    private static string Escaped(string cell) => cell.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string? Plain(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
        {
            return cell;
        }

        if (cell == None)
        {
            return null;
        }

        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            var next = cell[i] == '\\' && i + 1 < cell.Length ? cell[++i] : '\0';
            text.Append(next switch
            {
                't' => '\t',
                'n' => '\n',
                '\\' => '\\',
                _ => cell[i],
            });
        }

        return text.ToString();
    }
}
