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

    [Theory]
    [InlineData(20_000)]
    [InlineData(200)]
    [InlineData(0)]
    public void SleepLightly_LastsItsTime_WhenNobodyWakes(int microseconds)
    {
        using var sleep = new WakeableSleep();
        var began = Stopwatch.GetTimestamp();
        sleep.SleepLightly(TimeSpan.FromMicroseconds(microseconds));

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMicroseconds(microseconds));
    }

    [Fact]
    public void Wake_BeforeTheSleep_EndsTheNextOne_AndOnlyThat()
    {
        using var sleep = new WakeableSleep();
        sleep.Wake();
        sleep.Wake();
        Assert.True(sleep.Sleep(null));
        var began = Stopwatch.GetTimestamp();
        Assert.False(sleep.Sleep(TimeSpan.FromMilliseconds(20)));

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(20));
    }

    // Within the part that is spent asleep, and within the one that is spent awake: a limit of a day would show.
    [Theory]
    [InlineData(86_400_000_000)]
    [InlineData(300)]
    public void Wake_EndsALightSleep_AndOnlyThat(long microseconds)
    {
        using var sleep = new WakeableSleep();
        sleep.Wake();
        sleep.SleepLightly(TimeSpan.FromMicroseconds(microseconds));

        Assert.False(sleep.Sleep(TimeSpan.Zero));
    }

    // Each side waits for the other without a limit: a wake that is lost would hang it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Wake_IsNeverLost_HoweverItFalls(bool lightly)
    {
        const int Rounds = 20_000;
        var day = TimeSpan.FromDays(1);
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
                if (lightly)
                {
                    here.SleepLightly(day);
                }
                else
                {
                    here.Sleep(null);
                }
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
