namespace Kobe.Core.Tests.Schedules;

public class ScheduleHashTests
{
    private const string Text = "tasks:\n  - { id: x, run: y, every: \"${STEP:-60m}\" }\n";

    [Fact]
    public void Hash_IsSixtyFourHexDigits() => Assert.Matches("^[0-9a-f]{64}$", Hash(Text));

    [Theory]
    [InlineData("\uFEFF" + Text)]
    [InlineData("tasks:\r\n  - { id: x, run: y, every: \"${STEP:-60m}\" }\r\n")]
    [InlineData("tasks:\r  - { id: x, run: y, every: \"${STEP:-60m}\" }\r")]
    public void Hash_DoesNotCountLineEndsAndByteOrderMarks(string text) => Assert.Equal(Hash(Text), Hash(text));

    [Fact]
    public void Hash_DoesNotDependOnTheOrderOfTheFiles()
    {
        (string, string) first = ("a.yaml", Text);
        (string, string) second = ("b.yaml", "tasks: []");
        Assert.Equal(
            ScheduleText.Read([first, second]).Schedule!.Hash, ScheduleText.Read([second, first]).Schedule!.Hash);
    }

    [Fact]
    public void Hash_CountsContentNamesVariablesAndSwitches()
    {
        string[] hashes =
        [
            Hash(Text), Hash(Text + "# more\n"), Hash(Text, ("STEP", "20m")), Hash(Text, ("KOBE_ENABLE_ALL", "false")),
            Hash(Text, ("KOBE_TASK_X_ENABLED", "true")), ScheduleText.Read([("b.yaml", Text)]).Schedule!.Hash,
            ScheduleText.Read([("a.yaml", Text), ("b.yaml", "tasks: []")]).Schedule!.Hash,
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(Hash(Text), Hash(Text, ("HOME", "elsewhere")));
    }

    private static string Hash(string text, params (string, string)[] variables) =>
        ScheduleText.Schedule(text, variables).Hash;
}
