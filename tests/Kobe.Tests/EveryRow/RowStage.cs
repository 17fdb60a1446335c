using System.Runtime.Versioning;
using Kobe.Brain;
using Kobe.Core.Schedules;
using Kobe.Hosting;
using Kobe.Tests.Hosting;
using Kobe.Tests.Monitoring;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Runs rows of the shipped schedule with the built plugins in a real runner, each at an instant of its own: facts that one publishes the next one reads.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RowStage : IDisposable
{
    private readonly Stage stage;
    private Dictionary<string, FactValue> facts = new(StringComparer.Ordinal);
    private int said;

    public RowStage(StateFolder state, string schedule, string workingDirectory, string? plugins = null)
    {
        State = state;
        stage = new(
            plugins: plugins ?? Path.Combine(Stage.Built("Kobe"), "plugins"), laneLock: state.At("lane.lock"), spare: false,
            change: settings => settings with
            {
                State = state.Root, Schedule = schedule, WorkingDirectory = workingDirectory, HeapLimit = 512L << 20,
            });
    }

    public StateFolder State { get; }

    /// <summary>The newest value of a fact as JSON; null when nobody published it.</summary>
    public string? Fact(string name) => facts.GetValueOrDefault(name)?.Json;

    /// <summary>Puts a fact there as if another row had published it.</summary>
    public void Publish(string name, string json, DateTimeOffset at) =>
        facts = new(facts, StringComparer.Ordinal) { [name] = new(json, at, "other@2026-01-01T09:00") };

    /// <summary>Runs a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">What the clock shows (UTC).</param>
    /// <param name="slot">The occurrence's slot.</param>
    /// <param name="due">When it was due (UTC); now, when it isn't given.</param>
    /// <param name="isTimed">Whether it measures time, and so sees the machine's own clock.</param>
    public RowRun Run(ScheduledTask row, DateTimeOffset at, string slot, DateTimeOffset? due = null, bool isTimed = false)
    {
        var market = Shipped.Calendars.Find(row.Calendar)!.At(at);
        var request = stage.Request(row.Run);
        request = request with
        {
            Key = new(row.Id, market.Date, slot), DueAt = due ?? at,
            Deadline = (isTimed ? TimeProvider.System.GetUtcNow() : at) + row.Timeout,
            Replay = isTimed ? null : new(at, at + row.Timeout), Market = new(market), Arguments = RowArguments.Of(row, null), Facts = facts,
        };
        stage.Host.Start(request);
        var result = stage.Heard.WaitFor<AttemptResult>(result => result.Start == request.Start);
        var notices = stage.Heard.All<HandlerReport.Notified>();
        var mine = notices.Skip(said).Select(notice => notice.Text).ToArray();
        said = notices.Count;
        if (result.Outcome == AttemptOutcome.Succeeded && result.Facts.Count > 0)
        {
            facts = new(facts, StringComparer.Ordinal);
            foreach (var (name, value) in result.Facts)
            {
                facts[name] = new(value, at, request.Key.ToString());
            }
        }

        return new(row, at, market.Phase, result, mine);
    }

    public void Dispose() => stage.Dispose();
}
