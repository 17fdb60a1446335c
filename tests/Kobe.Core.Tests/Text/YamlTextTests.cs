using System.Text;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class YamlTextTests
{
    [Theory]
    [InlineData("",                                "nothing")]
    [InlineData("# only a remark\n",               "nothing")]
    [InlineData("---\n",                           "nothing")]
    [InlineData("~",                               "nothing")]
    [InlineData("...",                             "nothing")]
    [InlineData("a: 1",                            "{a:1}")]
    [InlineData("a: 1\r\nb: 2\r\n",                "{a:1,b:2}")]
    [InlineData("\uFEFFa: 1",                      "{a:1}")]
    [InlineData("---\na: 1\n...\n",                "{a:1}")]
    [InlineData("a:\n- b\n- \"c\"",                "{a:[b,'c']}")]
    [InlineData("- {id: x, at: 09:35}",            "[{id:x,at:09:35}]")]
    [InlineData("- { id: x, at: \"09:35\", on: }", "[{id:x,at:'09:35',on:}]")]
    [InlineData("a: |\n  b\n  c\n",                "{a:'b\nc\n'}")]
    [InlineData("a: 'it''s' # remark",             "{a:'it's'}")]
    [InlineData("a: é😀\n\"b\": {}",               "{a:é😀,'b':{}}")]
    [InlineData("on: no\ny: 1",                    "{on:no,y:1}")]
    public void Read_BuildsTheTree_WhenTheFileIsLegal(string text, string expected)
    {
        var file = YamlFile.Read(text);
        Assert.Equal("", file.Errors);
        Assert.Equal(expected, YamlFile.Show(file.Node));
    }

    [Theory]
    // Syntax: one error, no tree.
    [InlineData("a:\n\tb: 1",                      "2:1 KOBE1002")]
    [InlineData("a: 1\n  \tb: 2",                  "2:3 KOBE1002")]
    [InlineData("a: \"x\n  y",                     "1:4 KOBE1002")]
    [InlineData("a: [1, 2\nb: 3\n",                "1:4 KOBE1002")]
    [InlineData("x: 1\na: {b: [1], c: 1\nd: 2\n",  "2:4 KOBE1002")]
    [InlineData("a: b: c",                         "1:5 KOBE1002")]
    [InlineData("a: 1\n b: 2\n",                   "2:3 KOBE1002")]
    [InlineData("a: 1\nb\nc: 2\n",                 "2:1 KOBE1002")]
    [InlineData("a: @x",                           "1:4 KOBE1002")]
    [InlineData("a: - b",                          "1:4 KOBE1002")]
    [InlineData("- a\nb: c",                       "2:1 KOBE1002")]
    [InlineData("a: \"x\" y",                      "1:8 KOBE1002")]
    [InlineData("x: [a,,b]",                       "1:7 KOBE1002")]
    [InlineData("x: [a",                           "2:1 KOBE1002")]
    [InlineData("{a: 1}\n{b: 2}",                  "2:1 KOBE1002")]
    [InlineData("...\n...\n",                      "1:1 KOBE1002")]
    // What YAML has and our files don't: each is named, and reading goes on.
    [InlineData("a: &x 1\nb: *x\nc: &y [*y]",      "1:4 KOBE1008, 2:4 KOBE1009, 3:4 KOBE1008, 3:8 KOBE1009")]
    [InlineData("cron: * * * * *",                 "1:7 KOBE1009")]
    [InlineData("a: !int 1\nb: !!str x\nc: ! z",   "1:4 KOBE1010, 2:4 KOBE1010, 3:4 KOBE1010")]
    [InlineData("a: !x!y 1",                       "1:4 KOBE1010")]
    [InlineData("a: &x !t 1",                      "1:4 KOBE1008, 1:4 KOBE1010")]
    [InlineData("a: 1\n---\nb: 2\n",               "2:1 KOBE1011")]
    [InlineData("a: 1\n...\n---\nb: 2\n",          "3:1 KOBE1011")]
    [InlineData("a: 1\nb: 2\na: 3\n\"b\": 4",      "3:1 KOBE1012, 4:1 KOBE1012")]
    [InlineData("x: {a: 1, a: 2}",                 "1:11 KOBE1012")]
    [InlineData("d: {k: v}\n<<: {z: 1}",           "2:1 KOBE1013")]
    [InlineData("? [a]\n: b\nc: 1",                "1:3 KOBE1014")]
    [InlineData("{a: 1}: b",                       "1:1 KOBE1014")]
    [InlineData(": x",                             "1:1 KOBE1014")]
    [InlineData("\"\": x",                         "1:1 KOBE1014")]
    [InlineData("a: 1\n${X}: b",                   "2:1 KOBE1014")]
    [InlineData("# hi\n\n%YAML 1.2\n---\na: 1",    "3:1 KOBE1015")]
    [InlineData("%TAG ! tag:x,2000:\n---\na: !b 1","1:1 KOBE1015")]
    // Characters.
    [InlineData("a: 1\nb: x\0y",                   "2:5 KOBE1004")]
    [InlineData("a: \u001B[31m",                   "1:4 KOBE1004")]
    [InlineData("a: \"x\\0y\"",                    "1:4 KOBE1004")]
    [InlineData("a: 1\u0085b: 2",                  "1:5 KOBE1004")]
    [InlineData("a: 1\nb: \u2028",                 "2:4 KOBE1004")]
    [InlineData("a: 1\n\uFEFFb: 2",                "2:1 KOBE1004")]
    public void Read_NamesThePlace_WhenTheFileIsNot(string text, string expected)
    {
        var file = YamlFile.Read(text);
        Assert.Equal(expected, file.Errors);
        Assert.All(file.Diagnostics.Items, d => Assert.EndsWith(".", d.Hint));
    }

    [Theory]
    [InlineData("a: 1\nb: é\u0001",  new byte[] { 0xFF },                   "2:6 KOBE1001")]
    [InlineData("a: 1\r\nb: 😀",     new byte[] { 0xC3, 0x28 },             "2:6 KOBE1001")]
    [InlineData("a: ",               new byte[] { 0xE2, 0x82 },             "1:4 KOBE1001")]
    [InlineData("a: ",               new byte[] { 0xC0, 0x80 },             "1:4 KOBE1001")]
    [InlineData("a: ",               new byte[] { 0xED, 0xA0, 0x80 },       "1:4 KOBE1001")]
    [InlineData("",                  new byte[] { 0xFF, 0xFE, 0x61, 0 },    "1:1 KOBE1001")]
    [InlineData("",                  new byte[] { 0xFE, 0xFF, 0, 0x61 },    "1:1 KOBE1001")]
    [InlineData("",                  new byte[] { 0xFF, 0xFE, 0, 0, 1 },    "1:1 KOBE1001")]
    [InlineData("",                  new byte[] { 0, 0, 0xFE, 0xFF, 1 },    "1:1 KOBE1001")]
    [InlineData("",                  new byte[] { 0x61, 0, 0x3A, 0 },       "1:2 KOBE1004")]
    [InlineData("",                  new byte[] { 0xEF, 0xBB, 0xBF, 0xFF }, "1:1 KOBE1001")]
    public void Read_NamesTheFirstBadByte_WhenTheFileIsNotUtf8(string before, byte[] bad, string expected)
    {
        var file = YamlFile.Read([.. Encoding.UTF8.GetBytes(before), .. bad, .. "\nc: \0"u8]);
        Assert.Equal(expected, file.Errors);
        Assert.Null(file.Node);
    }

    [Fact]
    public void Read_GoesOn_WhenSingleValuesAreRefused()
    {
        var file = YamlFile.Read("a: *x\nb: ${UNSET}\nc: 3\nc: 4\n? {}\n: 5\nd: [&e 6]");
        Assert.Equal("1:4 KOBE1009, 2:4 KOBE1020, 4:1 KOBE1012, 5:3 KOBE1014, 7:5 KOBE1008", file.Errors);
        Assert.Equal("{a:!,b:!,c:3,d:[6]}", YamlFile.Show(file.Node));
    }

    [Fact]
    public void Read_MarksEveryNode_AtItsStart()
    {
        var root = Assert.IsType<YamlMapping>(YamlFile.Read("# x\na:\n  - { b: 1,  c: \"2\" }\n  - [x: y]\n").Node);
        Assert.Equal("f.yaml:2:1", root.Mark.ToString());
        var items = Assert.IsType<YamlSequence>(root.Entries[0].Value).Items;
        var row = Assert.IsType<YamlMapping>(items[0]);
        var pair = Assert.IsType<YamlSequence>(items[1]).Items[0];
        Assert.Equal(
            "3:5 3:7 3:10 3:14 3:17 4:5 4:6",
            string.Join(" ", new[] { row.Mark, row.Entries[0].Key.Mark, row.Entries[0].Value.Mark,
                row.Entries[1].Key.Mark, row.Entries[1].Value.Mark, items[1].Mark, pair.Mark }
                .Select(m => $"{m.Line}:{m.Column}")));
        Assert.Equal("1:1", At(YamlFile.Read("{a: 1}").Node!.Mark));

        static string At(Mark mark) => $"{mark.Line}:{mark.Column}";
    }
}
