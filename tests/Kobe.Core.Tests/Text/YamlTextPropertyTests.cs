using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Text;
using YamlDotNet.Core;

namespace Kobe.Core.Tests.Text;

public class YamlTextPropertyTests
{
    private const string Valid = """
        # A schedule as people write it.
        zone: America/New_York
        defaults: { timeout: 30s, tags: [a, "b"] }
        tasks:
          - { id: open, run: x, at: "09:35", on: [mon, tue], args: { n: 1, "q": 'it''s' } }
          - id: block
            every: ${STEP:-5m}
            about: |
              Two lines
              of text.
            "when": [ "facts.a == 1" ]
        """;

    private static readonly string[] Parts =
        ["[", "]", "{", "}", ":", ": ", ",", "\n", "\t", " ", "- ", "? ", "#", "&a ", "*a", "!b ", "|", ">", "'", "\"",
         "\\", "%", "@", "`", "<<: ", "---\n", "...\n", "${", "}", "${A", "\0", "\r", "\uFEFF", "é", "\u2028",
         "~", "tasks"];

    private static readonly YamlKeys Keys = new("a schedule", ["zone", "defaults", "tasks"], "tasks");

    // Whatever the bytes: an answer, never an exception; errors stand inside the file; no tree without a word.
    [Fact]
    public void Read_AnswersWithATreeOrErrors_WhateverTheBytes() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Holds(bytes)));

    [Fact]
    public void Read_AnswersWithATreeOrErrors_WhateverIsChangedInAValidFile()
    {
        Assert.Equal("", YamlFile.Read(Valid).Errors);
        var edit = Gen.Zip(Gen.Choose(0, Valid.Length), Gen.Zip(Gen.Choose(0, 3), Gen.Elements(Parts)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll(
                edit.NonEmptyListOf().Resize(5).ToArbitrary(),
                edits => Holds(Encoding.UTF8.GetBytes(Apply(edits)))));
    }

    private static string Apply(IList<(int At, (int Removed, string Put) Change)> edits)
    {
        var text = new StringBuilder(Valid);
        foreach (var (at, (removed, put)) in edits)
        {
            var from = Math.Min(at, text.Length);
            text.Remove(from, Math.Min(removed, text.Length - from)).Insert(from, put);
        }

        return text.ToString();
    }

    private static void Holds(byte[] bytes)
    {
        var file = YamlFile.Read(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        Assert.All(file.Diagnostics.Items, d => Assert.InRange(d.Line, 1, lines.Length + 1));
        Assert.All(file.Diagnostics.Items, d => Assert.True(d.Column >= 1 && d.Message.EndsWith('.')));
        if (!file.Diagnostics.HasErrors)
        {
            Assert.True(ParserAccepts(text));
            Assert.True(file.Node is not null || IsEmpty(text), "A file with content gave neither tree nor error.");
        }

        if (file.Node is { } node && YamlFields.Of(node, Keys, file.Diagnostics) is { } fields)
        {
            var zone = fields.Text("zone");
            Assert.True(zone is not null || !fields.Has("zone") || file.Diagnostics.HasErrors);
        }
    }

    private static bool IsEmpty(string text) =>
        text.Split('\n', '\r').All(line =>
            line.Trim(' ', '\t', '\uFEFF') is "" or "---" or "~" or "--- ~" || line.TrimStart().StartsWith('#'));

    private static bool ParserAccepts(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
            while (parser.MoveNext())
            {
                continue;
            }

            return true;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return false;
        }
    }
}
