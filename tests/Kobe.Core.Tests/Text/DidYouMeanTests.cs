using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class DidYouMeanTests
{
    private static readonly string[] Known =
        ["id", "run", "at", "on", "every", "timeout", "retries", "catch_up", "category", "priority", "phases"];

    [Theory]
    [InlineData("tiemout",  "timeout")]
    [InlineData("timeuot",  "timeout")]
    [InlineData("timout",   "timeout")]
    [InlineData("TIMEOUT",  "timeout")]
    [InlineData("Retrys",   "retries")]
    [InlineData("catch-up", "catch_up")]
    [InlineData("catchup",  "catch_up")]
    [InlineData("evry",     "every")]
    [InlineData("prio",     "priority")]
    [InlineData("categry",  "category")]
    [InlineData("phase",    "phases")]
    [InlineData("om",       "on")]
    [InlineData("x",        null)]
    [InlineData("zz",       null)]
    [InlineData("colour",   null)]
    [InlineData("",         null)]
    public void Nearest_FindsTheWordThatWasMeant(string word, string? expected) =>
        Assert.Equal(expected, DidYouMean.Nearest(word, Known));

    [Fact]
    public void Nearest_TakesTheFirstInOrder_WhenTwoAreEquallyNear()
    {
        Assert.Equal("cat", DidYouMean.Nearest("cet", ["cut", "cat", "cot"]));
        Assert.Equal("cat", DidYouMean.Nearest("cet", ["cot", "cut", "cat"]));
    }

    [Fact]
    public void Nearest_GivesUp_WhenAWordIsVeryLong() =>
        Assert.Null(DidYouMean.Nearest(new string('a', 4096), [new string('a', 4095)]));
}
