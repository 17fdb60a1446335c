using System.Diagnostics;
using System.Text;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class YamlLimitTests
{
    [Theory]
    [InlineData("[",  16, "")]
    [InlineData("[",  17, "1:17 KOBE1006")]
    [InlineData("- ", 16, "")]
    [InlineData("- ", 17, "1:33 KOBE1006")]
    public void Read_AllowsSixteenLevels(string open, int depth, string expected)
    {
        var close = open == "[" ? new string(']', depth) : "x";
        Assert.Equal(expected, YamlFile.Read(string.Concat(Enumerable.Repeat(open, depth)) + close).Errors);
    }

    [Fact]
    public void Read_ShowsLaterErrors_WhenOneValueIsTooDeep()
    {
        var deep = new string('[', 20) + "x" + new string(']', 20);
        var file = YamlFile.Read($"a: {deep}\nb: *c\nd: {deep}\n");
        Assert.Equal("1:19 KOBE1006, 2:4 KOBE1009, 3:19 KOBE1006", file.Errors);
    }

    [Theory]
    [InlineData(4096, 'x', "")]
    [InlineData(4097, 'x', "1:4 KOBE1007")]
    [InlineData(2048, 'é', "")]
    [InlineData(2049, 'é', "1:4 KOBE1007")]
    public void Read_AllowsFourKibibytesOfUtf8InAScalar(int length, char letter, string expected)
    {
        var text = new string(letter, length);
        Assert.Equal(expected, YamlFile.Read($"a: {text}").Errors);
        Assert.Equal(expected, YamlFile.Read($"a: \"{text}\"").Errors);
        Assert.Equal(expected, YamlFile.Read("a: ${LONG}", ("LONG", text)).Errors);
    }

    // The parser places such a pair at 1:1; we name the bracket around it.
    [Fact]
    public void Read_NamesThePlace_WhenAPairInAListIsTooDeep()
    {
        var deep = new string('[', 16) + "a: x" + new string(']', 16);
        Assert.Equal("3:16 KOBE1006", YamlFile.Read("# x\n\n" + deep).Errors);
    }

    [Fact]
    public void Read_AllowsOneMebibyte()
    {
        Assert.Equal("", YamlFile.Read("a: 1\n" + new string('\n', (1 << 20) - 5)).Errors);
        Assert.Equal("1:1 KOBE1005", YamlFile.Read("a: 1\n" + new string('\n', (1 << 20) - 4)).Errors);
        Assert.Equal("1:1 KOBE1005", YamlFile.Read(new byte[2_000_000]).Errors);
    }

    [Fact]
    public void Read_StopsPuttingTogether_WhenVariablesAddUpToTooMuch()
    {
        var text = string.Concat(Enumerable.Repeat("${A}", 1000));
        Assert.Equal("1:4 KOBE1007", YamlFile.Read($"a: {text}", ("A", new string('x', 100_000))).Errors);
    }

    // Each is about a mebibyte, and each was tried on the parser: none may crash, hang or be accepted in silence.
    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("[{")]
    [InlineData("{a: ")]
    [InlineData("[\n")]
    [InlineData("[a: b, ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("!a ")]
    [InlineData("a: ")]
    [InlineData("a:\n")]
    [InlineData("- *a\n")]
    [InlineData("- &a [*a]\n")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("a ")]
    [InlineData("%a\n")]
    [InlineData("---\n")]
    [InlineData(":\n")]
    [InlineData("- ${UNSET}\n")]
    [InlineData("::")]
    [InlineData("|\n\n")]
    public void Read_RefusesInTime_WhenTheFileIsHostile(string part)
    {
        var text = new StringBuilder();
        while (text.Length + part.Length <= YamlLimits.FileBytesMax)
        {
            text.Append(part);
        }

        var watch = Stopwatch.StartNew();
        var file = YamlFile.Read(text.ToString());
        Assert.True(file.Diagnostics.HasErrors);
        Assert.InRange(file.Diagnostics.Items.Count, 1, Diagnostics.KeptMax);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(1_000_000)]
    public void Read_SaysTooDeepOnce_WhenThereAreOnlyBrackets(int count) =>
        Assert.Equal("1:17 KOBE1006", YamlFile.Read(new string('[', count)).Errors);

    [Fact]
    public void Read_SaysTooDeepOnce_WhenBlocksAreNestedDeeply()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1_400; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        Assert.Equal("17:17 KOBE1006", YamlFile.Read(text.ToString()).Errors);
    }

    [Fact]
    public void Read_FindsTheDuplicate_AmongTenThousandKeys()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"k{i}: 1\n"));
        Assert.Equal("10001:1 KOBE1012, 10002:1 KOBE1012", YamlFile.Read(text + "k9999: 1\nk3: 1\n").Errors);
    }
}
