using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Reports;
using Kobe.Plugins.Trading.Signals;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>The trading rows of a day in short, played to real handlers on made-up minutes: what a day of the shipped schedule does, without the brain.</summary>
internal sealed class TradingTimetable(HandlerStage stage)
{
    private static readonly CancelArguments Old = new(TimeSpan.FromMinutes(10), 0.5);

    /// <summary>What ran, with its end.</summary>
    public List<(string Row, TaskResult Result)> Runs { get; } = [];

    /// <summary>Plays a date from before the open to after the close.</summary>
    public async Task PlayAsync(DateOnly date)
    {
        var session = Exchange.Xnys.On(date).Session!;
        stage.Time.Set(session.Open.AddHours(-2));
        await StoreAsync();
        await RunAsync("recon.start", new ReconcileHandler(), new ReconcileArguments());
        await RunAsync("corp_actions", new CorporateActionsHandler());
        await RunAsync("risk.budget_day", new RiskBudgetHandler(), new RiskBudgetArguments());
        await RunAsync("swing.signals", new SwingSignalsHandler(), new SwingSignalsArguments());
        await RunAsync("premarket.plan", new DayPlanHandler(), new DayPlanArguments());
        await AtAsync(session.Open.AddMinutes(-20), "stops.verify", new VerifyStopsHandler());
        await AtAsync(session.Open.AddMinutes(-10), "opg.submit", new EnterHandler(), new EnterArguments(EntrySetup.Opening));
        await AtAsync(session.Open.AddMinutes(-5), "preflight", new PreflightHandler());
        await AtAsync(session.Open.AddSeconds(1), "session.open", new SessionOpenHandler());
        await AtAsync(session.Open.AddMinutes(3), "stops.place", new VerifyStopsHandler());
        await AtAsync(session.Open.AddMinutes(6), "exits.planned", new ExitsHandler(), new ExitsArguments(ExitKind.Planned));
        await AtAsync(session.Open.AddMinutes(7), "stops.decided", new RatchetStopsHandler(), new RatchetArguments(RatchetRule.Decided));
        for (var now = session.Open.AddMinutes(10); now < session.Close.AddMinutes(-11); now = now.AddMinutes(10))
        {
            await AtAsync(now, "risk.monitor", new RiskMonitorHandler(), new RiskMonitorArguments());
            await RunAsync("orders.poll", new PollOrdersHandler(), new PollArguments(TimeSpan.FromMinutes(10)));
            await RunAsync("exits.stop", new ExitsHandler(), new ExitsArguments());
            await RunAsync("exits.target", new ExitsHandler(), new ExitsArguments(ExitKind.Target));
            await RunAsync("stops.ratchet", new RatchetStopsHandler(), new RatchetArguments());
            await RunAsync("exits.emergency", new EmergencyExitHandler(), new EmergencyArguments());
            await EnterAsync(now, session);
            await RunAsync("unfilled", new ManageUnfilledHandler(), Old);
        }

        await AtAsync(session.Close.AddMinutes(-10), "daytrades.flatten", new FlattenHandler(), new FlattenArguments());
        await AtAsync(session.Close.AddMinutes(-6), "flat", new AssertFlatHandler());
        await AtAsync(session.Close.AddMinutes(-3), "cancel", new CancelDayOrdersHandler());
        await AtAsync(session.Close.AddSeconds(1), "session.close", new SessionCloseHandler());
        await AtAsync(session.Close.AddMinutes(10), "exits.swing_eval", new EvaluateExitsHandler());
        await AtAsync(session.Close.AddMinutes(15), "recon.end", new ReconcileHandler(), new ReconcileArguments());
        await AtAsync(session.Close.AddMinutes(20), "pnl.daily", new DailyResultHandler());
        await RunAsync("audit", new OrderAuditHandler());
        await RunAsync("report", new ReportHandler(), new ReportArguments());
    }

    /// <summary>The desk as it is now.</summary>
    public async Task<TradingDesk> DeskAsync() => await DeskSession.Of(stage.Context()).TradingAsync(TestContext.Current.CancellationToken);

    private async Task EnterAsync(DateTimeOffset now, Session session)
    {
        var phase = stage.Context().Market.Phase;
        switch (phase)
        {
            case Phase.MORNING:
                await RunAsync("scan.range", new DaySignalsHandler(), new DaySignalsArguments(DayScanKind.OpeningRange));
                await RunAsync("scan.gap", new DaySignalsHandler(), new DaySignalsArguments(DayScanKind.Gap));
                await RunAsync("entries.primary", new EnterHandler(), new EnterArguments(EntrySetup.Primary));
                await RunAsync("entries.range", new EnterHandler(), new EnterArguments(EntrySetup.OpeningRange));
                await RunAsync("entries.gap", new EnterHandler(), new EnterArguments(EntrySetup.Gap));
                break;
            case Phase.POWER_HOUR:
                await RunAsync("scan.trend", new DaySignalsHandler(), new DaySignalsArguments(DayScanKind.Trend));
                await RunAsync("entries.power", new EnterHandler(), new EnterArguments(EntrySetup.Power));
                await RunAsync("entries.trend", new EnterHandler(), new EnterArguments(EntrySetup.Trend));
                break;
            case Phase.CLOSING when now < session.Close.AddMinutes(-15):
                await RunAsync("entries.swing", new EnterHandler(), new EnterArguments(EntrySetup.Swing, Late: true));
                break;
        }
    }

    private async Task StoreAsync()
    {
        var desk = DeskSession.Of(stage.Context());
        foreach (var symbol in desk.Symbols)
        {
            var bars = (await desk.Source.DailyAsync(symbol, desk.Now, TestContext.Current.CancellationToken)).Series!;
            desk.Store.Append(bars.Between(desk.Now.AddDays(-10), desk.Now));
        }
    }

    private Task AtAsync(DateTimeOffset at, string row, ITaskHandler handler, object? arguments = null)
    {
        stage.Time.Set(at);
        return RunAsync(row, handler, arguments);
    }

    private async Task RunAsync(string row, ITaskHandler handler, object? arguments = null) =>
        Runs.Add((row, await stage.RunAsync(handler, arguments, row)));
}
