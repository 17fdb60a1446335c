using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class VariableTests
{
    private static readonly (string, string)[] Environment =
        [("A", "1"), ("B_2", "two words"), ("EMPTY", ""), ("DOLLAR", "${A}"), ("API_KEY", "s3cret")];

    [Theory]
    //          written                what stands there    from
    [InlineData("${A}",                "1",                 "A")]
    [InlineData("\"${A}\"",            "1",                 "A")]
    [InlineData("'${A}'",              "1",                 "A")]
    [InlineData("${A:-5}",             "1",                 "A")]
    [InlineData("${NO:-5}",            "5",                 null)]
    [InlineData("\"${NO:-a b}\"",      "a b",               null)]
    [InlineData("${NO:-}",             "",                  null)]
    [InlineData("${EMPTY}",            "",                  "EMPTY")]
    [InlineData("${EMPTY:-x}",         "x",                 null)]
    [InlineData("open+${A}m",          "open+1m",           "A")]
    [InlineData("${NO:-x}${B_2}${A}",  "xtwo words1",       "B_2")]
    [InlineData("${DOLLAR}",           "${A}",              "DOLLAR")]
    [InlineData("$${A}",               "${A}",              null)]
    [InlineData("\"$${A}\"",           "'${A}'",            null)]
    [InlineData("$$${A}",              "$${A}",             null)]
    [InlineData("\"$${A} ${A}\"",      "${A} 1",            "A")]
    [InlineData("$A {b}",              "$A {b}",            null)]
    [InlineData("${NO:-a:-b}",         "a:-b",              null)]
    public void Read_ReplacesVariables(string written, string shown, string? from)
    {
        var file = YamlFile.Read("x: " + written, Environment);
        Assert.Equal("", file.Errors);
        var scalar = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(file.Node).Entries[0].Value);
        Assert.Equal(shown, YamlFile.Show(scalar));
        Assert.Equal(from, scalar.Variable);
    }

    [Theory]
    [InlineData("x: ${NO}",                 "1:4 KOBE1020", "The environment variable NO is not set.")]
    [InlineData("x: \"${NO} ${NO2}\"",      "1:4 KOBE1020, 1:4 KOBE1020", "The environment variable NO is not set.")]
    [InlineData("x: ${A",                   "1:4 KOBE1021", "A '${' is not closed by a '}'.")]
    [InlineData("x: ${}",                   "1:4 KOBE1021", "'${}' is not a variable.")]
    [InlineData("x: ${A-5}",                "1:4 KOBE1021", "'${A-5}' is not a variable.")]
    [InlineData("x: ${A:5}",                "1:4 KOBE1021", "'${A:5}' is not a variable.")]
    [InlineData("x: ${ A }",                "1:4 KOBE1021", "'${ A }' is not a variable.")]
    [InlineData("x: ${1A}",                 "1:4 KOBE1021", "'${1A}' is not a variable.")]
    [InlineData("x: ${NO:-${A}}",           "1:4 KOBE1021", "'${NO:-${A}' is not a variable.")]
    [InlineData("x: ${API_KEY}",            "1:4 KOBE1022", "The variable API_KEY by its name holds a secret")]
    [InlineData("x: ${api_key:-1}",         "1:4 KOBE1022", "The variable api_key by its name holds a secret")]
    [InlineData("x: ${MY_SECRET:-1}",       "1:4 KOBE1022", "The variable MY_SECRET by its name holds a secret")]
    [InlineData("x: ${BOT_TOKEN:-1}",       "1:4 KOBE1022", "The variable BOT_TOKEN by its name holds a secret")]
    [InlineData("x: ${DB_PASSWORD:-1}",     "1:4 KOBE1022", "The variable DB_PASSWORD by its name holds a secret")]
    [InlineData("- {x: ${A}}",              "1:8 KOBE1002", "This is not valid YAML: a comma")]
    public void Read_RefusesAVariable(string text, string expected, string message)
    {
        var file = YamlFile.Read(text, Environment);
        Assert.Equal(expected, file.Errors);
        Assert.StartsWith(message, file.Diagnostics.Items[0].Message);
        Assert.DoesNotContain("s3cret", file.Diagnostics.Items[0].ToString());
    }

    [Fact]
    public void Read_SuggestsQuotes_WhenAVariableStandsBareInBrackets() =>
        Assert.Contains("\"${NAME}\"", YamlFile.Read("- {x: ${A}}", Environment).Diagnostics.Items[0].Hint);

    [Fact]
    public void Read_RefusesControlCharactersFromTheEnvironment() =>
        Assert.Equal("1:4 KOBE1004", YamlFile.Read("x: ${A}", ("A", "\u001B[2J")).Errors);

    [Fact]
    public void Read_LeavesVariablesAlone_WithoutAnEnvironment()
    {
        var diagnostics = new Diagnostics();
        var node = YamlText.Read("f", "${K}: $${A}"u8, diagnostics);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal("{${K}:$${A}}", YamlFile.Show(node));
    }
}
