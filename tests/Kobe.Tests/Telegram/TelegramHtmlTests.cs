using FsCheck;
using FsCheck.Fluent;
using Kobe.Telegram;
using Kobe.Testing.Telegram;

namespace Kobe.Tests.Telegram;

public class TelegramHtmlTests
{
    private static readonly Gen<string> Html = Gen.Elements(
        "<b>", "</b>", "<pre>", "</pre>", "<a href=\"https://x.y/z\">", "</a>", "\n", "a", "word ", "&lt;", "&amp;", "😀",
        "a long stretch without an end of line ").ListOf().Select(pieces => Balanced(pieces));

    // wire.md, T1.
    [Fact]
    public void T1_Split_Of5000Characters_GivesTwoMessages_WithPreBalanced()
    {
        var html = "<pre>" + string.Concat(Enumerable.Range(0, 100).Select(line => new string('x', 49) + "\n")) + "</pre>";

        var parts = TelegramHtml.Split(html);

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part =>
        {
            Assert.StartsWith("<pre>", part);
            Assert.EndsWith("</pre>", part);
            Assert.InRange(BotText.Plain(part, out _)!.Length, 1, 4096);
        });
        Assert.EndsWith("x</pre>", parts[0]);
    }

    // Law: every part is balanced and short enough, and together they show the same text, ends of lines aside.
    [Fact]
    public void Split_KeepsTheText() => Check.QuickThrowOnFailure(Prop.ForAll(Html.ToArbitrary(), html =>
    {
        var parts = TelegramHtml.Split(html, 40);
        var plain = parts.Select(part => BotText.Plain(part, out var problem) ?? throw new FormatException(problem)).ToList();
        return plain.TrueForAll(part => part.Length <= 40)
            && Visible(string.Concat(plain)) == Visible(BotText.Plain(html, out _)!);
    }));

    [Fact]
    public void Plain_IsWhatAPersonSees() => Assert.Equal("a < b & c", TelegramHtml.Plain("<b>a</b> &lt; b &amp; <i>c</i>"));

    [Fact]
    public void Escape_LetsNothingThrough() =>
        Assert.Equal("</b>&\"", BotText.Plain(TelegramHtml.Escape("</b>&\""), out _));

    private static string Visible(string text) => text.Replace("\n", "");

    private static string Balanced(IEnumerable<string> pieces)
    {
        var open = new Stack<string>();
        var html = new System.Text.StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.StartsWith("</") && (open.Count == 0 || open.Peek() != piece[2..^1]))
            {
                continue;
            }

            html.Append(piece);
            if (piece.StartsWith("</"))
            {
                open.Pop();
            }
            else if (piece.StartsWith('<'))
            {
                open.Push(piece[1..^1].Split(' ')[0]);
            }
        }

        while (open.TryPop(out var tag))
        {
            html.Append($"</{tag}>");
        }

        return html.ToString();
    }
}
