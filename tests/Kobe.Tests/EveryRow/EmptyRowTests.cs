using System.Runtime.Versioning;
using Kobe.Hosting;
using Kobe.Testing;
using Kobe.Tests.Monitoring;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Every row on a desk that has just begun: nothing is stored, held, planned or published. What has nothing to work on is skipped and says why.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmptyRowTests : IDisposable
{
    // Ten o'clock of a Friday in New York; a second later for each row, as the broker takes only so many questions a minute.
    private static readonly DateTimeOffset Now = Days.Instant("2026-11-20T15:00Z");

    // What asks the market, its calendar or the source of prices finds them there, and so does what builds on these.
    private static readonly string[] Market =
    [
        "marketdata.archive_minutes", "marketdata.assets", "marketdata.backfill", "marketdata.check_minutes", "marketdata.corporate_actions",
        "marketdata.daily_bars", "marketdata.earnings", "marketdata.economic_events", "marketdata.expiries", "marketdata.feed", "marketdata.freshness",
        "marketdata.halts", "marketdata.index_move", "marketdata.opening_range", "marketdata.quotes", "marketdata.relative_volume", "marketdata.resample",
        "marketdata.spreads", "marketdata.universe_input", "marketdata.verify_calendar", "marketdata.verify_store", "marketdata.volume_profile",
        "marketdata.week_calendar", "research.regime_intraday", "research.week_ahead",
    ];

    // An account without positions is an account, and its value is written down.
    private static readonly string[] Account =
    [
        "research.limits_review", "trading.assert_no_entries", "trading.check_access", "trading.daily_result", "trading.equity_curve", "trading.event_window",
        "trading.limits_check", "trading.preflight", "trading.reconcile", "trading.report", "trading.risk_budget", "trading.risk_monitor",
        "trading.session_close", "trading.session_open",
    ];

    // The machine, the program, its plugins and the files of the rows before; and facts that are missing are what some look for.
    private static readonly string[] Machine =
    [
        "maintenance.backup", "maintenance.benchmark", "maintenance.config_snapshot", "maintenance.package_audit", "maintenance.permissions",
        "maintenance.program_check", "maintenance.rehearse_failures", "maintenance.restore_drill", "maintenance.rollover", "maintenance.verify_archive",
        "monitoring.clock", "monitoring.disk", "monitoring.facts", "monitoring.growth", "monitoring.integrity", "monitoring.plugins",
        "monitoring.processes", "monitoring.verdict",
    ];

    private static readonly string[] Bringing =
        ["marketdata.daily_bars", "marketdata.backfill", "marketdata.feed", "marketdata.archive_minutes", "marketdata.quotes", "marketdata.universe_input"];

    private readonly StateFolder state = new();
    private readonly RowStage stage;

    public EmptyRowTests()
    {
        Directory.CreateDirectory(state.At("home/schedule"));
        stage = new(state, state.At("home/schedule"), state.At("home"));
    }

    public void Dispose()
    {
        stage.Dispose();
        state.Dispose();
    }

    [Fact]
    public void EachRow_IsSkippedWithAReason_WhenItHasNothingToWorkOn()
    {
        var wrong = new List<string>();
        foreach (var (second, row) in Shipped.Schedule.Tasks.OrderBy(row => Bringing.Contains(row.Run)).Index())
        {
            var run = stage.Run(row, Now.AddSeconds(second), "/manual-1");
            var hasInput = Market.Contains(row.Run) || Account.Contains(row.Run) || Machine.Contains(row.Run);
            if (!hasInput && run.Result is not { Outcome: AttemptOutcome.Skipped or AttemptOutcome.Snoozed, Reason.Length: > 0 })
            {
                wrong.Add($"{run} {run.Result.Evidence}");
            }
            else if (run.Succeeded && !RowEffect.ShowsSomething(run.Result.Evidence))
            {
                wrong.Add($"{run.Row.Id} ({run.Row.Run}) succeeds and shows nothing: {run.Result.Evidence}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
