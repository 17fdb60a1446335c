using System.Text;
using System.Text.Json;
using Kobe.Logging;

namespace Kobe.Tests.Logging;

public class RedactionTests
{
    private const string Secret = "s3cr\"t/pass+word=äöü&more";

    public static TheoryData<string, string> Carriers { get; } = new()
    {
        { "as it is",                     $"token {Secret} refused" },
        { "twice",                        $"{Secret}{Secret}" },
        { "base64",                       Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)) },
        { "base64 in a basic header",     "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("u:" + Secret)) },
        { "base64, one byte before",      Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + Secret + "!")) },
        { "base64, something behind",     Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + ":x")) },
        { "base64 for addresses",         Base64Url(Secret) },
        { "in an address",                "http://x/?token=" + Uri.EscapeDataString(Secret) },
        { "in JSON",                      JsonSerializer.Serialize(Secret) },
    };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void Clean_TakesASecretOut_InEveryForm(string form, string text)
    {
        var redaction = new Redaction();
        Assert.True(redaction.Hide(Secret));

        var clean = redaction.Clean(text);

        Assert.Contains(Redaction.Mark, clean, StringComparison.Ordinal);
        Assert.True(LongestPart(clean, text) <= 12, $"{form}: {clean}");
    }

    [Fact]
    public void Clean_LeavesOtherTextsAlone()
    {
        var redaction = new Redaction();
        redaction.Hide(Secret);
        const string Text = "backup@2026-11-20T09:35 failed: the disk is full";

        Assert.Same(Text, redaction.Clean(Text));
    }

    [Fact]
    public void Clean_TakesTheLongerSecretFirst()
    {
        var redaction = new Redaction();
        redaction.Hide("abcdef");
        redaction.Hide("abcdefghij");

        Assert.Equal(Redaction.Mark, redaction.Clean("abcdefghij"));
    }

    [Fact]
    public void Hide_RefusesWhatIsTooShort() => Assert.False(new Redaction().Hide("12345"));

    [Theory]
    [InlineData("plain words, ünïcode, 日本", "plain words, ünïcode, 日本")]
    [InlineData("two\nlines\r\n", @"two\nlines\r\n")]
    [InlineData("a\tb", @"a\tb")]
    [InlineData("\u001b[31mred", @"\u001b[31mred")]
    [InlineData("nul\0", @"nul\u0000")]
    [InlineData("turn\u202Earound", @"turn\u202earound")]
    [InlineData("line\u2028separator", @"line\u2028separator")]
    [InlineData("\u0085", @"\u0085")]
    [InlineData("pair 😀 stays", "pair 😀 stays")]
    public void Escape_KeepsTextOnOneLine_AndVisible(string text, string expected) =>
        Assert.Equal(expected, LineText.Escape(text));

    [Fact]
    public void Escape_SpellsOutHalfAPair() => Assert.Equal(@"\ud83d!", LineText.Escape("\ud83d!"));

    private static string Base64Url(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // What is left of the carrier beside the mark: prefixes and an edge or two of base64.
    private static int LongestPart(string clean, string text) => clean.Split(Redaction.Mark)
        .Where(part => part.Length > 0 && text.Contains(part, StringComparison.Ordinal))
        .Where(part => !part.StartsWith("http", StringComparison.Ordinal))
        .Select(part => part.Length).DefaultIfEmpty(0).Max();
}
