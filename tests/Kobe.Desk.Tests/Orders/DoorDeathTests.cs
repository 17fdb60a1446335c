using System.Diagnostics;
using System.Globalization;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Brokers;
using Kobe.Desk.Tests.StandIn;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Orders;

/// <summary>
/// A process that trades is killed with -9 at each step on an order's way, and another one comes after it: no order is sent twice, nothing is lost,
/// and the ledger has what the broker has.
/// </summary>
public sealed class DoorDeathTests : IDisposable
{
    private readonly Scratch _state = new();

    public static TheoryData<string, string> EntrySteps => new()
    {
        // where it is killed, what of the order is on disk then
        { "activities:after:2", "" },
        { "quote:after:1", "" },
        { "submit:before:1", "Intended" },
        { "sent", "Intended" },
        { "submit:after:1", "Intended" },
        { "order:before:1", "Confirmed" },
        { "activities:after:3", "Ended" },
        { "positions:after:4", "Ended" },
    };

    public static TheoryData<string, string> FlattenSteps => new()
    {
        { "positions:before:3", "" },
        { "cancel:before:1", "Intended" },
        { "cancel:after:1", "Intended" },
        { "positions:before:4", "Intended" },
        { "submit:before:1", "Intended" },
        { "sent", "Intended" },
        { "submit:after:1", "Intended" },
        { "positions:before:5", "Confirmed" },
        { "activities:after:3", "Ended" },
    };

    public void Dispose() => _state.Dispose();

    [Theory]
    [MemberData(nameof(EntrySteps))]
    public async Task Kill9_OnTheWayOfAnEntry_LeavesOneOrder_AndAnEqualLedger(string step, string onDisk)
    {
        await using var scene = Scene();
        await KillAt(scene, "enter", step);
        Assert.Equal(onDisk, OnDisk());

        var after = await Run(scene, "enter");
        var again = await Run(scene, "enter");

        Assert.Equal(["answer Confirmed", "findings ", "ledger 10 98099.8 99999.8", "broker 10 98099.8 99999.8"], after);
        Assert.Equal(after, again);
        Assert.Single(scene.Exchange.Orders, order => order.Order.Symbol == "AAPL");
    }

    [Theory]
    [MemberData(nameof(FlattenSteps))]
    public async Task Kill9_OnTheWayOfAFlatten_EndsFlat_WithOneClosingOrder(string step, string onDisk)
    {
        await using var scene = Scene();
        await scene.Own(10);
        await scene.Submit(BrokerScene.Sell("stop", 10) with { Type = OrderType.Stop, StopPrice = 185, TimeInForce = TimeInForce.Gtc });
        await KillAt(scene, "flatten", step);
        Assert.Equal(onDisk, OnDisk());

        var after = await Run(scene, "flatten");

        Assert.Equal(["findings ", "ledger 0 99999.6 99999.6", "broker 0 99999.6 99999.6"], after[1..]);
        Assert.Equal(after[1..], (await Run(scene, "flatten"))[1..]);
        Assert.Single(scene.Exchange.Orders, order => order.Order is { Side: OrderSide.Sell, Type: OrderType.Market });
        Assert.DoesNotContain(scene.Exchange.Orders, order => order.IsOpen);
    }

    private static AlpacaScene Scene()
    {
        var scene = new AlpacaScene(new PaperOptions { PartialShare = 0 }, start: DeskScene.Start);
        scene.Show("AAPL", 189.98m, 190.02m, 190m);
        return scene;
    }

    private async Task KillAt(AlpacaScene scene, string what, string step)
    {
        // An answer that does not come: the broker has the order, and the process waits.
        var isSent = step == "sent";
        await using var listener = isSent ? await scene.Listen() : null;
        if (isSent)
        {
            // Before a flatten's order comes the cancel of the stop, which is answered.
            scene.Exchange.Faults.Add(what == "flatten" ? [Fault.Nothing, Fault.Slow] : [Fault.Slow]);
        }

        using var process = Start(scene, what, step);
        if (isSent)
        {
            await listener!.Until(what == "enter"
                ? $"{ClientOrderId.Of("orb@2026-11-23T11:00", "order")} new"
                : $"{ClientOrderId.Of("flatten@2026-11-23/manual-1", "flatten-AAPL-1")} new");
        }
        else
        {
            Assert.Equal($"at {step}", await Line(process));
        }

        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(137, process.ExitCode);
    }

    private async Task<string[]> Run(AlpacaScene scene, string what)
    {
        using var process = Start(scene, what, "nowhere");
        var lines = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync());
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Line(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("at ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return await process.StandardError.ReadToEndAsync();
    }

    private Process Start(AlpacaScene scene, string what, string step)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Repository.At("artifacts", "bin", "Kobe.Fixtures.Desk", configuration, "Kobe.Fixtures.Desk.dll");
        var now = DeskScene.Start.ToString("O", CultureInfo.InvariantCulture);
        return Process.Start(new ProcessStartInfo(
            "dotnet", [program, _state.Root, scene.StandIn.Address.ToString(), what, step, now, AlpacaStandIn.KeyId, AlpacaStandIn.Secret])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    // The state of the one order that the desk knows of.
    private string OnDisk()
    {
        using var log = LineLog.Open(_state.At("desk", "paper", "orders.jsonl"));
        return string.Join(' ', new OrderLog(log).Records.All.Select(record => record.State));
    }
}
