using FsCheck;
using FsCheck.Fluent;
using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Core.Tests.Catalogues;

/// <summary>A catalogue as lines: what is written is what is read, and nothing else is.</summary>
public class CatalogueTextTests
{
    [Fact]
    public void EveryWord_ComesBack()
    {
        ArgumentRecord[] arguments =
            [.. Enum.GetValues<ArgumentType>().Select(type => new ArgumentRecord($"a_{type}", type, true, "1", "s", "About.", ["x", "y"]))];
        HandlerRecord[] handlers =
            [.. Enum.GetValues<Effects>().Select(effects => new HandlerRecord($"h.{effects}", "P", effects, true, "Does.", ["f.a", "f.b"], arguments))];
        var catalogue = new Catalogue("1.0", [new("P", "0.1.0", "abc", null), new("Q", "", "", "It is broken.")], handlers);

        ShouldBe(catalogue, CatalogueText.Read(CatalogueText.Write(catalogue)));
    }

    // Whatever a plugin's author writes into a line about something, it stays one line and comes back.
    [Fact]
    public void EveryText_ComesBack() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), (about, usual) =>
        {
            var clean = (about ?? "").Replace("\r", "", StringComparison.Ordinal) + "\t\n\\";
            var handler = new HandlerRecord("a.b", "P", Effects.None, false, clean, [], [new("n", ArgumentType.Text, false, usual, null, "", [])]);
            var catalogue = new Catalogue("1.0", [new("P", "1", "h", usual)], [handler]);
            ShouldBe(catalogue, CatalogueText.Read(CatalogueText.Write(catalogue)));
        }));

    [Theory]
    [InlineData("")]
    [InlineData("plugin\tP\t1\th\t\\-\n")]
    [InlineData("contract\t1.0\nhandler\tx\n")]
    [InlineData("contract\t1.0\nhandler\tx\tP\tsome\t-\tabout\t\n")]
    [InlineData("contract\t1.0\narg\tx\ttext\t-\t\\-\t\\-\t\t\n")]
    [InlineData("contract\t1.0\nsomething else\n")]
    public void WhatIsNoCatalogue_IsNull(string text) => Assert.Null(CatalogueText.Read(text));

    private static void ShouldBe(Catalogue expected, Catalogue? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(CatalogueJson.Write(expected), CatalogueJson.Write(actual));
    }
}
