using System.Text;
using Kobe.Core.Schedules;

namespace Kobe.Core.Tests.Schedules;

public class ScheduleLimitTests
{
    [Fact]
    public void TooManyRowsOfAFile_AreRefused() => Assert.Contains(
        "a.yaml:5002:5: error KOBE1041: 'tasks' has 5001 items; at most 5000 are read.",
        ScheduleText.Read(Rows("a", ScheduleLimits.RowsOfFileMax + 1)).Diagnostics.Items[0].ToString());

    [Fact]
    public void TooManyRowsOfAllFiles_AreRefused()
    {
        var reading = ScheduleText.Read([.. Enumerable.Range(0, 5)
            .Select(file => ($"{file}.yaml", Rows($"r{file}", file < 4 ? 5_000 : 3)))]);
        Assert.Equal(
            "4.yaml:2:5: error KOBE2002: The schedule has more than 20000 rows. Take some out.",
            Assert.Single(reading.Diagnostics.Items).ToString());
    }

    [Fact]
    public void TooManyFiles_AreRefused()
    {
        var reading = ScheduleText.Read(
            [.. Enumerable.Range(0, 101).Select(file => ($"{file:000}.yaml", "tasks: []"))]);
        Assert.Equal(
            "100.yaml:1:1: error KOBE2001: The schedule has 101 files; at most 100 are read. "
            + "Put some of them together.",
            Assert.Single(reading.Diagnostics.Items).ToString());
    }

    [Fact]
    public void ManyWrongRows_AreAllCounted()
    {
        var text = new StringBuilder("tasks:\n");
        for (var i = 0; i < 1_000; i++)
        {
            text.Append($"  - {{ id: r{i}, run: y, at: \"9:15\" }}\n");
        }

        Assert.Equal(1_000, ScheduleText.Read(text.ToString()).Diagnostics.ErrorCount);
    }

    private static string Rows(string name, int count) => "tasks:\n" + string.Concat(
        Enumerable.Range(0, count).Select(i => $"  - {{ id: {name}{i}, run: y, at: \"09:35\" }}\n"));
}
