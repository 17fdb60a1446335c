using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Drills;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.fire_drill fails as often as it is told. That it hangs is shown in a runner, by kobe demo.</summary>
public sealed class FireDrillHandlerTests
{
    private readonly FireDrillHandler handler = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task FirstAttempts_Throw(int attempt)
    {
        var drill = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(attempt, new(DrillKind.Throw, 2)));

        Assert.Equal($"This is a fire drill: attempt {attempt} of 2 that fail.", drill.Message);
    }

    [Fact]
    public async Task NextAttempt_Succeeds_AndSaysHowOftenItFailed()
    {
        var result = Assert.IsType<TaskResult.Succeeded>(await Run(3, new(DrillKind.Throw, 2)));

        Assert.Equal((2, 3), (result.Evidence.Counts["failed_attempts"], result.Evidence.Counts["attempt"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task SenselessNumber_IsFatal(int attempts) =>
        Assert.StartsWith(
            $"attempts is {attempts}: a row has 1 to 11 of them.",
            Assert.IsType<TaskResult.Fatal>(await Run(1, new(DrillKind.Hang, attempts))).Error, StringComparison.Ordinal);

    private async Task<TaskResult> Run(int attempt, FireDrillArguments arguments) => await handler.RunAsync(
        new()
        {
            Key = "drill@2026-11-20T11:00",
            Task = "drill",
            DueAt = DateTimeOffset.UnixEpoch,
            Deadline = DateTimeOffset.UnixEpoch,
            Clock = TimeProvider.System,
            Attempt = attempt,
            Start = attempt,
            Market = new Attempt().Market,
            ArgumentsRecord = arguments,
        },
        TestContext.Current.CancellationToken);
}
