using System.Globalization;
using Kobe.Operation;

namespace Kobe.Tests.Operation;

/// <summary>A thread that gives way does so alone.</summary>
public sealed class ThreadNicenessTests
{
    [Fact]
    public void GiveWay_IsForTheCallingThreadOnly()
    {
        var (before, after, beside) = (0, 0, 0);
        var thread = new Thread(() =>
        {
            before = Niceness();
            ThreadNiceness.GiveWay();
            after = Niceness();
        });
        thread.Start();
        thread.Join();
        beside = Niceness();

        Assert.Equal(before, beside);
        Assert.Equal(Math.Max(before, 10), after);
    }

    // The 19th word of the line, the 17th behind the name in brackets (proc_pid_stat(5)).
    private static int Niceness() => int.Parse(
        File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[16], CultureInfo.InvariantCulture);
}
