using Kobe.Runner.Lane;

namespace Kobe.Tests.Hosting;

/// <summary>The clock of a replayed attempt: waits cost no time, and show on it.</summary>
[Collection(Alone.Name)]
public class ReplayedClockTests
{
    private readonly LaneStage _stage = new();

    [Fact]
    public void Delay_TakesNoTime_AndTheClockShowsItsEnd()
    {
        var answer = _stage.Run(async (context, cancellation) =>
        {
            var began = context.Clock.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(20), context.Clock, cancellation);
            Assert.Equal(TimeSpan.FromSeconds(20), context.Clock.GetElapsedTime(began));
        });

        Assert.Equal((AttemptEnd.Succeeded, LaneStage.Begin.AddSeconds(20)), (answer.End, answer.Now));
    }

    [Fact]
    public void Work_TakesNoneOfItsTime()
    {
        var answer = _stage.Run((_, cancellation) => Task.Run(() => Thread.SpinWait(1_000_000), cancellation));

        Assert.Equal(LaneStage.Begin, answer.Now);
    }

    [Fact]
    public void DelaysSideBySide_EndInTheirOrder_AndTakeAsLongAsTheLongest()
    {
        var order = new List<int>();
        var answer = _stage.Run((context, cancellation) => Task.WhenAll(
            Wait(9, context.Clock, cancellation), Wait(3, context.Clock, cancellation), Wait(6, context.Clock, cancellation)));

        Assert.Equal([3, 6, 9], order);
        Assert.Equal(LaneStage.Begin.AddSeconds(9), answer.Now);

        async Task Wait(int seconds, TimeProvider clock, CancellationToken cancellation)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancellation);
            lock (order)
            {
                order.Add(seconds);
            }
        }
    }

    [Fact]
    public void DelayThatBlocksItsThread_TakesNoTimeEither()
    {
        var answer = _stage.Run((context, cancellation) =>
        {
            Task.Delay(TimeSpan.FromSeconds(7), context.Clock, cancellation).Wait(cancellation);
            return Task.CompletedTask;
        });

        Assert.Equal(LaneStage.Begin.AddSeconds(7), answer.Now);
    }

    [Fact]
    public void PeriodicTimer_TicksAsOftenAsItIsWaitedFor()
    {
        var answer = _stage.Run(async (context, cancellation) =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), context.Clock);
            for (var tick = 0; tick < 3; tick++)
            {
                await timer.WaitForNextTickAsync(cancellation);
            }
        });

        Assert.Equal((AttemptEnd.Succeeded, LaneStage.Begin.AddSeconds(6)), (answer.End, answer.Now));
    }

    [Fact]
    public void TokenWithATimeLimit_DoesNotEndRealWork()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = _stage.Run(async (context, _) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), context.Clock);
            var bounded = release.Task.WaitAsync(TimeSpan.FromSeconds(10), context.Clock, limit.Token);
            new Thread(release.SetResult).Start();
            await bounded;
        });

        Assert.Equal((AttemptEnd.Succeeded, LaneStage.Begin), (answer.End, answer.Now));
    }

    [Fact]
    public void TokenWithATimeLimit_EndsALongerDelay()
    {
        var answer = _stage.Run(async (context, _) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(4), context.Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Task.Delay(TimeSpan.FromSeconds(25), context.Clock, limit.Token));
        });

        Assert.Equal((AttemptEnd.Succeeded, LaneStage.Begin.AddSeconds(4)), (answer.End, answer.Now));
    }

    [Fact]
    public void Deadline_CancelsTheToken()
    {
        var answer = _stage.Run((context, cancellation) => Task.Delay(TimeSpan.FromMinutes(5), context.Clock, cancellation));

        Assert.Equal((AttemptEnd.Cancelled, LaneStage.Begin.AddSeconds(30)), (answer.End, answer.Now));
    }

    [Fact]
    public void WaitBeyondTheKill_IsToldInsteadOfBeingWaitedFor()
    {
        var answer = _stage.Run(async (context, _) =>
        {
            var beyond = Task.Delay(TimeSpan.FromSeconds(33), context.Clock, CancellationToken.None);
            Assert.Same(_stage.HasOverrun, await Task.WhenAny(beyond, _stage.HasOverrun));
        });

        Assert.Equal((AttemptEnd.Succeeded, LaneStage.Begin.AddSeconds(30)), (answer.End, answer.Now));
    }
}
