using System.Runtime.Versioning;
using Kobe.Core.Planning;
using Kobe.Core.Schedules;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Every row of the monitoring and the maintenance plugin, run once by the built plugins in a real runner, on a state directory with a month behind it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WatchRowTests : IDisposable
{
    // Friday 2026-11-20, half past five in the evening in New York.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 22, 30, 0, TimeSpan.Zero);

    private readonly WatchScene scene = new(Now);
    private readonly RowStage stage;

    public WatchRowTests() => stage = new(scene.State, scene.Schedule, scene.State.At("home"), scene.Plugins);

    public void Dispose()
    {
        stage.Dispose();
        scene.Dispose();
    }

    [Fact]
    public void EachRow_DoesCheckableWork_ThatNoOtherDoes()
    {
        foreach (var (name, value) in WatchScene.KnownFacts)
        {
            stage.Publish(name, value, Now.AddHours(-1));
        }

        var findings = new RowFindings(RowsOf.Watch, scene.State.Root);
        var timeline = new Timeline(Shipped.Schedule, Shipped.Calendars);
        foreach (var row in RowsOf.Watch.OrderBy(row => row.Run == "maintenance.verify_archive"))
        {
            findings.Take(stage.Run(row, AtOf(timeline, row), "/manual-1", DueOf(row), row.Run == "maintenance.benchmark"));
        }

        findings.ShouldBeRight();
    }

    // A holiday is told of on a holiday, an early close on such a day; all else looks at the same evening.
    private static DateTimeOffset AtOf(Timeline timeline, ScheduledTask row) =>
        row.Run == "maintenance.notice" ? timeline.NextOf(row, Now, 30)!.Value : Now;

    // Rows of the month's first days look back from one of those.
    private static DateTimeOffset DueOf(ScheduledTask row) =>
        row.Run == "maintenance.journal_month" ? new(2026, 12, 1, 9, 10, 0, TimeSpan.Zero) : Now;
}
