using System.Text.Json;
using Kobe.Core.Catalogues;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe handlers</c> says, as JSON and for a person.</summary>
internal static class HandlersView
{
    /// <summary>The handlers as an object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<HandlerRecord> handlers, Catalogue catalogue)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("handlers");
        foreach (var handler in handlers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", handler.Name);
            writer.WriteString("plugin", handler.Plugin);
            writer.WriteString("version", VersionOf(handler, catalogue));
            writer.WriteString("effects", Word(handler.Effects));
            writer.WriteBoolean("reconciles", handler.Reconciles);
            writer.WriteString("about", handler.About);
            writer.WriteStrings("facts", handler.Facts);
            writer.WriteStartArray("args");
            foreach (var argument in handler.Arguments)
            {
                Write(writer, argument);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The handlers as rows, with the names of their arguments.</summary>
    public static Table Table(IReadOnlyList<HandlerRecord> handlers)
    {
        var table = new Table("handler", "effects", "arguments", "facts", "about");
        foreach (var handler in handlers)
        {
            table.Add(
                handler.Name, Word(handler.Effects), Listed(handler.Arguments.Select(argument => argument.Name)),
                Listed(handler.Facts), handler.About);
        }

        return table;
    }

    /// <summary>One handler.</summary>
    public static Sheet Sheet(HandlerRecord handler, Catalogue catalogue)
    {
        var sheet = new Sheet(handler.Name);
        sheet.Add("handler", handler.Name);
        sheet.Add("about", handler.About);
        sheet.Add("plugin", $"{handler.Plugin} {VersionOf(handler, catalogue)}");
        sheet.Add("effects", Word(handler.Effects)
            + (handler.Reconciles ? "; can say whether an attempt had its effect" : ""));
        var named = handler.Arguments.Where(argument => argument.NamesFacts).Select(argument => argument.Name).ToList();
        sheet.Add("facts", named.Count == 0 ? Listed(handler.Facts)
            : Listed(handler.Facts.Append($"those that a row names in {Listed(named)}")));
        if (handler.Arguments.Count == 0)
        {
            sheet.Add("arguments", "none");
        }

        return sheet;
    }

    /// <summary>A handler's arguments as rows.</summary>
    public static Table Arguments(HandlerRecord handler)
    {
        var table = new Table("argument", "type", "default", "unit", "about");
        foreach (var argument in handler.Arguments)
        {
            table.Add(
                argument.Name, Type(argument), argument.Required ? "required" : argument.Default ?? "-",
                argument.Unit ?? "-", argument.About);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter writer, ArgumentRecord argument)
    {
        writer.WriteStartObject();
        writer.WriteString("name", argument.Name);
        writer.WriteString("type", Word(argument.Type));
        writer.WriteBoolean("required", argument.Required);
        writer.WriteString("default", argument.Default);
        writer.WriteString("unit", argument.Unit);
        writer.WriteString("about", argument.About);
        writer.WriteStrings("choices", argument.Choices);
        writer.WriteEndObject();
    }

    private static string? VersionOf(HandlerRecord handler, Catalogue catalogue) =>
        catalogue.Plugins.FirstOrDefault(plugin => plugin.Name == handler.Plugin)?.Version;

    private static string Type(ArgumentRecord argument) =>
        argument.Choices.Count > 0 ? string.Join(" | ", argument.Choices) : Word(argument.Type);

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? list : "-";

    private static string Word(Enum word) => word.ToString().ToLowerInvariant();
}
