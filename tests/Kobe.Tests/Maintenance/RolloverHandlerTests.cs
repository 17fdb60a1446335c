using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Rollover;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.rollover on dates of every kind.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RolloverHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly RolloverHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Card_SaysWhatTheDateIs_InFileAndFact()
    {
        var result = attempt.Succeed(handler, new RolloverArguments(state.Root));

        var card = Assert.Single(result.Facts).Value;
        Assert.Equal("2026-11-20", card.GetProperty("date").GetString());
        Assert.Equal("session", card.GetProperty("kind").GetString());
        Assert.Equal(["OPTIONS_EXPIRY", "EXPIRY_WEEK"], card.GetProperty("seasons").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal("Options expiry", card.GetProperty("events")[0].GetProperty("name").GetString());
        var output = Assert.Single(result.Evidence.Outputs);
        Assert.Equal(state.At("days/2026-11-20.json"), output.Path);
        Assert.Equal(output, Output.OfFile(output.Path));
        Assert.Equal(card.GetRawText(), File.ReadAllText(output.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output.Path));
    }

    [Theory]
    [InlineData(true, true, false, "early_close")]
    [InlineData(true, false, false, "session")]
    [InlineData(false, false, true, "holiday")]
    [InlineData(false, false, false, "weekend")]
    public void Kind_IsOneOfFour(bool trading, bool early, bool holiday, string kind)
    {
        attempt.Market = attempt.Market with { IsTradingDay = trading, IsEarlyClose = early, IsHoliday = holiday };

        var result = attempt.Succeed(handler, new RolloverArguments(state.Root));

        Assert.Equal(kind, result.Facts[0].Value.GetProperty("kind").GetString());
    }

    [Fact]
    public void Repeated_LeavesTheSameCard()
    {
        var first = attempt.Succeed(handler, new RolloverArguments(state.Root)).Evidence.Outputs[0];

        Assert.Equal(first, attempt.Succeed(handler, new RolloverArguments(state.Root)).Evidence.Outputs[0]);
    }

    [Fact]
    public void DirectoryThatCannotBeMade_Fails()
    {
        state.Write("days", "a file stands where the directory should");

        Assert.Contains("days", attempt.Fail(handler, new RolloverArguments(state.Root)), StringComparison.Ordinal);
    }
}
