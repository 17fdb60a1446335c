using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Text;

public class DurationTextTests
{
    [Theory]
    [InlineData("90s",       90)]
    [InlineData("5m",        300)]
    [InlineData("1h30m",     5400)]
    [InlineData("2d",        172_800)]
    [InlineData("1d2h3m4s",  93_784)]
    [InlineData("0s",        0)]
    [InlineData("007m",      420)]
    [InlineData("36500d",    3_153_600_000)]
    [InlineData("3153600000s", 3_153_600_000)]
    public void TryParse_Reads(string text, long seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5M")]
    [InlineData("5 m")]
    [InlineData(" 5m")]
    [InlineData("5m ")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("5m5m")]
    [InlineData("5ms")]
    [InlineData("5min")]
    [InlineData("1h30")]
    [InlineData("36501d")]
    [InlineData("36500d1s")]
    [InlineData("99999999999999999999999999d")]
    [InlineData("٣m")]
    public void TryParse_Refuses(string text)
    {
        Assert.False(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.Zero, duration);
    }

    [Theory]
    [InlineData(0,         "0s")]
    [InlineData(90,        "1m30s")]
    [InlineData(5400,      "1h30m")]
    [InlineData(86_400,    "1d")]
    [InlineData(-1500,     "-25m")]
    [InlineData(0.5,       "0.5s")]
    [InlineData(61.25,     "1m1.25s")]
    [InlineData(-0.001,    "-0.001s")]
    public void Format_Writes(double seconds, string expected) =>
        Assert.Equal(expected, DurationText.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Format_Writes_TheShortestOfAll() =>
        Assert.Equal("-10675199d2h48m5.4775808s", DurationText.Format(TimeSpan.MinValue));

    // Whatever is written in whole seconds is read as the same duration.
    [Fact]
    public void TryParse_ReadsWhatFormatWrites() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt>(), number =>
        {
            var duration = TimeSpan.FromSeconds(number.Get * 977L);
            return DurationText.TryParse(DurationText.Format(duration), out var read) && read == duration;
        }));
}
