using System.Text;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

/// <summary>A file that a test makes up, and what reading it gave, as short text to compare.</summary>
internal sealed class YamlFile
{
    private YamlFile(YamlNode? node, Diagnostics diagnostics) => (Node, Diagnostics) = (node, diagnostics);

    public YamlNode? Node { get; }

    public Diagnostics Diagnostics { get; }

    /// <summary>Each error as <c>line:column KOBEnnnn</c>, in order.</summary>
    public string Errors => string.Join(", ", Diagnostics.Items.Select(d => $"{d.Line}:{d.Column} {d.Code}"));

    public static YamlFile Read(string text, params (string Name, string Value)[] variables) =>
        Read(Encoding.UTF8.GetBytes(text), variables);

    public static YamlFile Read(byte[] bytes, params (string Name, string Value)[] variables)
    {
        var diagnostics = new Diagnostics();
        var values = variables.ToDictionary(v => v.Name, v => v.Value);
        var node = YamlText.Read("f.yaml", bytes, diagnostics, name => values.GetValueOrDefault(name));
        return new YamlFile(node, diagnostics);
    }

    /// <summary>The fields of a mapping without errors so far.</summary>
    public static (YamlFields Fields, Diagnostics Diagnostics) Fields(string text, YamlKeys keys)
    {
        var file = Read(text);
        Assert.Equal("", file.Errors);
        return (YamlFields.Of(file.Node!, keys, file.Diagnostics)!, file.Diagnostics);
    }

    /// <summary>A node as <c>{a:[b,'c']}</c>; quoted text in quotes, refused values as <c>!</c>.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar { Refused: true } => "!",
        YamlScalar s => s.Quoted ? $"'{s.Value}'" : s.Value,
        YamlSequence s => $"[{string.Join(",", s.Items.Select(Show))}]",
        YamlMapping m => $"{{{string.Join(",", m.Entries.Select(e => $"{Show(e.Key)}:{Show(e.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
