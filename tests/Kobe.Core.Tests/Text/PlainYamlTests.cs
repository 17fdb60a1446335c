using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Text;
using Kobe.Testing;

namespace Kobe.Core.Tests.Text;

/// <summary>The plain reader answers what the whole reader answers, or nothing.</summary>
public class PlainYamlTests
{
    private const string Sample = """
        # A schedule as people write it.
        zone: "${ZONE:-America/New_York}"
        defaults: { on: trading-days, tags: [a, "b"] } # of all
        tasks:
          - { id: open, at: open-5m, run: x.y, on: [mon, tue], every: "${STEP:-5m}",
              args: { n: 1, at: 09:35, "q": 'it is' },   # with a remark
              about: "Broker's clock: ours, too" }

          - id: block
            every: 5m
            needs: [a < 6h,
              b]
            when: { x: {}, y: [] }
          - - deep
            - { é: x😀, z: 10.5% }
        last:
            inner:
              - 1
              - two words
            outer: ~
        """;

    private static readonly string[] Parts =
        ["[", "]", "{", "}", ":", ": ", ",", ", ", "\n", "\n  ", " ", "- ", "-", "? ", "?", "#", " #", "&a ", "*a",
         "!b ", "|", ">", "'", "\"", "\\", "%", "@", "`", "<<: ", "---\n", "...\n", "${", "}", "${A", "${STEP}", "é",
         "😀", "~", "x: 1", "a: b", "\t", "\r\n", "id: ", "0"];

    // Small enough for many texts of a few of them to be YAML.
    private static readonly string[] Pieces =
        ["a: ", "b:", "b", "a: 1\n", "- ", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}", ", ", ",", "'c d'", "\"e\"", " # f\n",
         "g: { h: i }", "- j\n", ":", "-", "?", "x\n", "${STEP}", "10:00", "{ ", " }"];

    [Theory]
    [InlineData("a: 1",                                "1:1{1:1 a:1:4 1}")]
    [InlineData("# b\n\na: 1 # c\n\n# d\n",            "3:1{3:1 a:3:4 1}")]
    [InlineData("  a: 1\n  b: '2'",                    "1:3{1:3 a:1:6 1,2:3 b:2:6 '2'}")]
    [InlineData("a:\n  b:\n    c: 1\n  d: 2\ne: 3",    "1:1{1:1 a:2:3{2:3 b:3:5{3:5 c:3:8 1},4:3 d:4:6 2},5:1 e:5:4 3}")]
    [InlineData("- a\n- b: 1\n  c: 2\n- - d",          "1:1[1:3 a,2:3{2:3 b:2:6 1,3:3 c:3:6 2},4:3[4:5 d]]")]
    [InlineData("a: { b: [c, { d: 1 }],\n  e: f g }",  "1:1{1:1 a:1:4{1:6 b:1:9[1:10 c,1:13{1:15 d:1:18 1}],2:3 e:2:6 f g}}")]
    [InlineData("a: [x # one\n  , y ]",                "1:1{1:1 a:1:4[1:5 x,2:5 y]}")]
    [InlineData("\"a b\": \"c: d # e\"",               "1:1{1:1 'a b':1:8 'c: d # e'}")]
    [InlineData("a: b's, [c] {d}? e:f\nb: -5",         "1:1{1:1 a:1:4 b's, [c] {d}? e:f,2:1 b:2:4 -5}")]
    [InlineData("a: ${B:-c}1\nd: \"${E}\"",            "1:1{1:1 a:1:4 c1,2:1 d:2:4$E x}")]
    public void Read_GivesTheTreeOfTheWholeReader_WhenTheTextIsPlain(string text, string expected)
    {
        Assert.Equal(expected, Show(PlainYaml.Read("f.yaml", text, Variable)));
        Assert.Equal(expected, Show(Whole(text).Node));
    }

    [Theory]
    // Of more than one line, escaped, or of another sort.
    [InlineData("a: b\n  c")]
    [InlineData("a: \"b\n  c\"")]
    [InlineData("a: 'it''s'")]
    [InlineData("a: \"\\n\"")]
    [InlineData("a: |\n  b")]
    [InlineData("a: >\n  b")]
    [InlineData("a: &b c")]
    [InlineData("a: *b")]
    [InlineData("a: !b c")]
    [InlineData("? a\n: b")]
    [InlineData("[a: b]")]
    [InlineData("{ a, b }")]
    [InlineData("a")]
    // Without a value, or without a key.
    [InlineData("")]
    [InlineData("# b")]
    [InlineData("a:")]
    [InlineData("a:\nb: 1")]
    [InlineData("{ a: }")]
    [InlineData("[a, ]")]
    [InlineData(": a")]
    // More than one document, or a directive.
    [InlineData("---\na: 1")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: 1\n...\n")]
    [InlineData("%YAML 1.2\na: 1")]
    // Wrong.
    [InlineData("a: 1\na: 2")]
    [InlineData("{ a: 1, a: 2 }")]
    [InlineData("a: 1\n b: 2")]
    [InlineData("a:\n  b: 1\n c: 2")]
    [InlineData("- a\nb: 1")]
    [InlineData("a: b: c")]
    [InlineData("a: \"b\" c")]
    [InlineData("a: [b")]
    [InlineData("a: [b\n]")]
    [InlineData("a: { b: 1 ]")]
    [InlineData("a: \tb")]
    [InlineData("a: ${C}")]
    [InlineData("${B:-c}: a")]
    [InlineData("a: ${API_KEY:-c}")]
    [InlineData("\" \": a")]
    public void Read_LeavesTheTextToTheWholeReader_WhenThereIsADoubt(string text) =>
        Assert.Null(PlainYaml.Read("f.yaml", text, Variable));

    [Fact]
    public void Read_LeavesTheTextToTheWholeReader_WhenALimitIsNear()
    {
        string[] texts =
        [
            $"a: {new string('b', 2000)}",
            $"a: \"{new string('b', 2000)}\"",
            $"{new string('b', 1001)}: a",
            $"a: {new string('[', 16)}{new string(']', 16)}",
            string.Concat(Enumerable.Range(0, 17).Select(i => new string(' ', i) + "a:\n")) + new string(' ', 17) + "b: 1",
            $"{string.Concat(Enumerable.Repeat("- ", 16))}a: 1",
        ];
        Assert.All(texts, text => Assert.Null(PlainYaml.Read("f.yaml", text, Variable)));
        Assert.NotNull(PlainYaml.Read("f.yaml", $"a: {new string('[', 15)}{new string(']', 15)}", Variable));
    }

    // Whatever is done to a file: the same tree without an error, or no answer.
    [Fact]
    public void Read_NeverDiffersFromTheWholeReader_WhateverIsChangedInAFile()
    {
        Assert.NotNull(PlainYaml.Read("f.yaml", Sample, Variable));
        var edit = Gen.Zip(Gen.Choose(0, Sample.Length), Gen.Zip(Gen.Choose(0, 3), Gen.Elements(Parts)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(edit.NonEmptyListOf().Resize(3).ToArbitrary(), edits => Holds(Apply(edits))));
    }

    [Fact]
    public void Read_NeverDiffersFromTheWholeReader_WhateverIsPutTogether()
    {
        Assert.NotNull(PlainYaml.Read("f.yaml", "a: [x,\n  y]\n" + "b:\n  - z", Variable));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(Gen.Elements(Pieces).NonEmptyListOf().Resize(12).ToArbitrary(), pieces => Holds(string.Concat(pieces))));
    }

    // Where one of these is not plain, answers come late: write it otherwise, or widen what is plain.
    [Fact]
    public void Read_NeedsNoWholeReader_ForTheShippedSchedule()
    {
        foreach (var path in Directory.GetFiles(Repository.At("schedule"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            var plain = PlainYaml.Read("f.yaml", text, Variable);
            Assert.True(plain is not null, $"{path} is not plain.");
            Assert.Equal(Show(Whole(text).Node), Show(plain));
        }
    }

    private static void Holds(string text)
    {
        if (PlainYaml.Read("f.yaml", text, Variable) is not { } plain)
        {
            return;
        }

        var (whole, diagnostics) = Whole(text);
        Assert.Equal("", string.Join(", ", diagnostics.Items));
        Assert.Equal(Show(whole), Show(plain));
    }

    private static (YamlNode? Node, Diagnostics Diagnostics) Whole(string text)
    {
        var diagnostics = new Diagnostics();
        return (new YamlReader("f.yaml", text, diagnostics, Variable).Read(), diagnostics);
    }

    private static string? Variable(string name) => name is "E" or "STEP" ? "x" : null;

    private static string Apply(IList<(int At, (int Removed, string Put) Change)> edits)
    {
        var text = new StringBuilder(Sample);
        foreach (var (at, (removed, put)) in edits)
        {
            var from = Math.Min(at, text.Length);
            text.Remove(from, Math.Min(removed, text.Length - from)).Insert(from, put);
        }

        // As a file has it, without halves of characters.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // With the place of everything, and the variable that a value came from.
    private static string Show(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar s => $"{Place(s)} {(s.Quoted ? $"'{s.Value}'" : s.Value)}",
        YamlSequence s => $"{Place(s)}[{string.Join(",", s.Items.Select(Show))}]",
        YamlMapping m => $"{Place(m)}{{{string.Join(",", m.Entries.Select(e => $"{Show(e.Key)}:{Show(e.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Place(YamlNode node) => $"{node.Mark.Line}:{node.Mark.Column}{(node is YamlScalar { Variable: { } name } ? "$" + name : "")}";
}
