using Kobe.Alerts;

namespace Kobe.Tests.Alerts;

public sealed class ChannelWorkerTests : IDisposable
{
    private readonly WorkerStage _stage = new();

    public void Dispose() => _stage.Dispose();

    // The network is away for an hour, then there is a minute of 429, and the brain is killed again and again.
    [Fact]
    public async Task EveryAlert_IsToldOnce_InOrder_WhateverHappens()
    {
        _stage.Channel.Act = () => new SendResult.Later("no connection.");
        for (var minute = 0; minute < 60; minute++)
        {
            _stage.Raise($"HELD: task-{minute}@2026-11-20T12:00: why");
            await _stage.For(TimeSpan.FromMinutes(1));
            if (minute % 13 == 0)
            {
                _stage.Kill();
            }
        }

        var refused = 0;
        var until = _stage.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        _stage.Channel.Act = () =>
        {
            var left = until - _stage.Time.GetUtcNow();
            refused += left > TimeSpan.Zero ? 1 : 0;
            return left > TimeSpan.Zero ? new SendResult.Later("429", left) : new SendResult.Sent();
        };
        _stage.Raise("HELD: task-60@2026-11-20T13:00: why");
        await _stage.For(TimeSpan.FromSeconds(20));
        _stage.Kill();
        await _stage.For(TimeSpan.FromMinutes(30));

        Assert.Equal(1, refused);
        Assert.Equal(
            Enumerable.Range(0, 61).Select(index => $"HELD: task-{index}@"),
            _stage.Channel.Arrived.SelectMany(message => message.Alerts)
                .Select(alert => alert.Text[..(alert.Text.IndexOf('@') + 1)]));
        Assert.All(_stage.Channel.Arrived, message => Assert.DoesNotContain("told before", message.Text));
        Assert.Equal(0, _stage.Worker.Waiting);

        _stage.Kill();
        await _stage.For(TimeSpan.FromHours(1));
        Assert.Equal(61, _stage.Channel.Arrived.Sum(message => message.Alerts.Count));
    }

    [Fact]
    public async Task KilledWhileSending_IsToldAgain_AndSaysSo()
    {
        _stage.Channel.Act = () => throw new OperationCanceledException();
        _stage.Raise("HELD: a@2026-11-20T12:00: why");
        await Assert.ThrowsAsync<OperationCanceledException>(() => _stage.For(TimeSpan.FromSeconds(1)));

        _stage.Kill();
        _stage.Channel.Act = () => new SendResult.Sent();
        await _stage.For(TimeSpan.FromSeconds(1));

        Assert.Contains("perhaps told before", Assert.Single(_stage.Channel.Arrived).Text);
    }

    [Fact]
    public async Task WhatIsTooOld_OrRefused_IsADeadLetter()
    {
        _stage.Channel.Act = () => new SendResult.Later("no connection.");
        _stage.Raise("HELD: old@2026-11-20T12:00: why");
        await _stage.For(TimeSpan.FromHours(25));
        _stage.Channel.Act = () => new SendResult.Refused("nonsense.");
        _stage.Raise("HELD: bad@2026-11-20T12:00: why");
        await _stage.For(TimeSpan.FromMinutes(10));

        var dead = File.ReadAllLines(_stage.DeadFile);
        Assert.Equal(2, dead.Length);
        Assert.Contains("could not be told for 1440 min", dead[0]);
        Assert.Contains("nonsense.", dead[1]);
        Assert.Equal((0, 2L), (_stage.Worker.Waiting, _stage.Worker.Lost));
    }

    [Fact]
    public async Task Broken_IsTroubleAndLeftAloneForAnHour()
    {
        _stage.Channel.Act = () => new SendResult.Broken("Unauthorized.");
        _stage.Raise("HELD: a@2026-11-20T12:00: why");
        await _stage.For(TimeSpan.FromMinutes(59));

        Assert.Equal(1, _stage.Channel.Calls);
        Assert.Equal("Alerts by phone don't arrive: Unauthorized.", _stage.Worker.Trouble);

        _stage.Channel.Act = () => new SendResult.Sent();
        await _stage.For(TimeSpan.FromMinutes(2));
        Assert.Null(_stage.Worker.Trouble);
        Assert.Single(_stage.Channel.Arrived);
    }

    [Fact]
    public async Task Repetition_IsRemembered_ThroughARestart()
    {
        _stage.Raise("SCHEDULER FAILURE: a failed 3x: boom");
        await _stage.For(TimeSpan.FromMinutes(1));
        _stage.Kill();
        _stage.Raise("SCHEDULER FAILURE: a failed 3x: boom");
        await _stage.For(TimeSpan.FromMinutes(10));

        Assert.Single(_stage.Channel.Arrived);
        await _stage.For(TimeSpan.FromMinutes(30));
        Assert.Equal(2, _stage.Channel.Arrived.Count);
    }
}
