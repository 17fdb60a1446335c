using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Core.Schedules;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Schedules;

/// <summary>What a person must decide on after a crash, by the effects that the built plugins declare.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HeldRowTests
{
    [Fact]
    public void TradingRowThatMayRunAgain_IsNotHeldForAPerson()
    {
        using var stage = new Stage(plugins: Path.Combine(Stage.Built("Kobe"), "plugins"), spare: false);
        var effects = stage.Host.WaitForCatalogue(Heard.Patience)!.Handlers.ToDictionary(handler => handler.Name, handler => handler.Effects);
        var rows = Shipped.Schedule.Tasks
            .Where(task => task is { Category: Category.Trading, Kind: TaskKind.Other } && effects[task.Run] is (Effects.None or Effects.Idempotent)).ToList();

        Assert.True(rows.Count >= 8, $"{rows.Count} rows");
        Assert.Equal("", string.Join(", ", rows.Where(task => task.OnUnknown is OnUnknown.Alert or OnUnknown.ReconcileElseAlert).Select(task => task.Id)));
    }
}
