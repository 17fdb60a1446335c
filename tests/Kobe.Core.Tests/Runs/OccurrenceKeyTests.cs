using Kobe.Core.Runs;

namespace Kobe.Core.Tests.Runs;

public class OccurrenceKeyTests
{
    [Theory]
    // text                                  task             slot
    [InlineData("backup@2026-11-20T09:35", "backup", "T09:35")]
    [InlineData("once.a@2026-12-01T09:45:00", "once.a", "T09:45:00")]
    [InlineData("desk@2026-11-27/close-25m", "desk", "/close-25m")]
    [InlineData("desk@2026-11-27/open+1h30m", "desk", "/open+1h30m")]
    [InlineData("data.pull@2026-02-28/17", "data.pull", "/17")]
    [InlineData("tidy_up@2028-02-29/w3", "tidy_up", "/w3")]
    [InlineData("start@2026-11-20/boot-41", "start", "/boot-41")]
    [InlineData("a-b@2026-11-20/manual-7Qx", "a-b", "/manual-7Qx")]
    [InlineData("health@2026-11-20/17~2", "health", "/17~2")]
    [InlineData("exit@2026-11-20T15:35~1", "exit", "T15:35~1")]
    public void Parse_GivesBackTheText(string text, string task, string slot)
    {
        var key = OccurrenceKey.Parse(text);

        Assert.Equal(task, key.Task);
        Assert.Equal(slot, key.Slot);
        Assert.Equal(text, key.ToString());
        Assert.True(key.IsValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("backup")]
    [InlineData("@2026-11-20T09:35")]
    [InlineData("Backup@2026-11-20T09:35")]
    [InlineData("-backup@2026-11-20T09:35")]
    [InlineData("backup@2026-11-20")]
    [InlineData("backup@2026-02-29T09:35")]
    [InlineData("backup@2026-11-20T24:00")]
    [InlineData("backup@2026-11-20T9:35")]
    [InlineData("backup@2026-11-20T09:35:60")]
    [InlineData("backup@2026-11-20T09:35Z")]
    [InlineData("backup@2026-11-20/")]
    [InlineData("backup@2026-11-20/a b")]
    [InlineData("backup@2026-11-20/é")]
    [InlineData("backup@2026-11-20/17~")]
    [InlineData("backup@2026-11-20/17~x")]
    [InlineData("backup@2026-11-20/17~1~2")]
    [InlineData("backup@2026-11-20~1")]
    [InlineData("backup@2026-11-20/../../etc")]
    public void Parse_Refuses(string text)
    {
        Assert.False(OccurrenceKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => OccurrenceKey.Parse(text));
    }

    [Fact]
    public void Parse_RefusesWhatIsTooLong()
    {
        Assert.True(OccurrenceKey.TryParse(new string('a', 64) + "@2026-11-20/" + new string('b', 95), out _));
        Assert.False(OccurrenceKey.TryParse(new string('a', 65) + "@2026-11-20/b", out _));
        Assert.False(OccurrenceKey.TryParse("a@2026-11-20/" + new string('b', 96), out _));
    }

    [Fact]
    public void Order_IsByTaskThenDateThenSlot()
    {
        string[] sorted =
            ["a@2026-11-20/2", "a@2026-11-21/1", "a-b@2026-11-20/1", "b@2026-11-20/1", "b@2026-11-20T09:00"];

        Assert.Equal(sorted, sorted.Reverse().Select(OccurrenceKey.Parse).Order().Select(key => key.ToString()));
    }
}
