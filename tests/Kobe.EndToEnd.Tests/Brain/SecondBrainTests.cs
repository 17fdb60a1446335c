namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>One brain holds a state directory; the second is told who.</summary>
[Collection(Alone.Name)]
public sealed class SecondBrainTests
{
    private const int Tries = 3;

    [Theory]
    [InlineData("run", false)]
    [InlineData("run", true)]
    [InlineData("once", false)]
    [InlineData("once", true)]
    public async Task Second_EndsWith3WithinASecond_AndNamesTheFirst(string command, bool fileDeleted)
    {
        using var home = new Home("id: t, run: zoo.ok, at: \"10:05\"");
        using var first = home.StartReady();
        TimeSpan took = default;
        for (var i = 0; i < Tries; i++)
        {
            if (fileDeleted)
            {
                File.Delete(home.InState("kobe.lock"));
            }

            var began = TimeProvider.System.GetTimestamp();
            var second = await home.Run(command);
            took = TimeProvider.System.GetElapsedTime(began);

            Assert.Equal((3, ""), (second.ExitCode, second.Output));
            Assert.Contains($"process {first.Pid} holds the state directory", second.Error, StringComparison.Ordinal);
            if (took <= TimeSpan.FromSeconds(1))
            {
                Assert.Equal(0, first.Stop());
                return;
            }
        }

        Assert.Fail($"The second needed {took.TotalMilliseconds} ms.");
    }
}
