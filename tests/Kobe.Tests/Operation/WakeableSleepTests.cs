using System.Diagnostics;
using Kobe.Operation;

namespace Kobe.Tests.Operation;

/// <summary>A sleep that others can end.</summary>
public sealed class WakeableSleepTests
{
    [Fact]
    public void Sleep_LastsItsTime_WhenNobodyWakes()
    {
        using var sleep = new WakeableSleep();
        var began = Stopwatch.GetTimestamp();
        sleep.Sleep(TimeSpan.FromMilliseconds(20));

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void Wake_BeforeTheSleep_EndsTheNextOne_AndOnlyThat()
    {
        using var sleep = new WakeableSleep();
        sleep.Wake();
        sleep.Wake();
        sleep.Sleep(null);
        var began = Stopwatch.GetTimestamp();
        sleep.Sleep(TimeSpan.FromMilliseconds(20));

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(20));
    }

    // Each side waits for the other without a limit: a wake that is lost would hang it.
    [Fact]
    public void Wake_IsNeverLost_HoweverItFalls()
    {
        const int Rounds = 20_000;
        using var here = new WakeableSleep();
        using var there = new WakeableSleep();
        var (asked, answered) = (0, 0);
        var other = new Thread(() =>
        {
            while (answered < Rounds)
            {
                there.Sleep(null);
                answered = Volatile.Read(ref asked);
                here.Wake();
            }
        });
        other.Start();
        for (var round = 1; round <= Rounds; round++)
        {
            Volatile.Write(ref asked, round);
            there.Wake();
            while (Volatile.Read(ref answered) < round)
            {
                here.Sleep(null);
            }
        }

        other.Join();
        Assert.Equal(Rounds, answered);
    }

    [Fact]
    public void Wake_AfterTheEnd_IsNoError()
    {
        var sleep = new WakeableSleep();
        sleep.Dispose();
        sleep.Wake();
    }
}
