using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Hosting;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Monitoring;

/// <summary>The built plugin in a real runner.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MonitoringPluginTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Stage stage;

    public MonitoringPluginTests() => stage = new(
        laneLock: state.At("lane.lock"),
        spare: false,
        change: settings => settings with { State = state.Root, Schedule = state.At("schedule") },
        fixtures: ["Kobe.Plugins.Monitoring"]);

    public void Dispose()
    {
        stage.Dispose();
        state.Dispose();
    }

    [Fact]
    public void Catalogue_HasEveryHandler_WithoutEffects_AndAsksOnlyForNamesOfFacts()
    {
        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;

        Assert.Null(Assert.Single(catalogue.Plugins).Problem);
        string[] lines = [.. catalogue.Handlers.Select(Line)];
        Assert.Equal(26, lines.Length);
        Assert.Superset(
            new HashSet<string>
            {
                "monitoring.clock publishes clock.skew: step 2s, zone America/New_York",
                "monitoring.digest publishes digest.daily: state, date, tasks_max 60 tasks",
                "monitoring.disk publishes disk.free: state, warn 10 %, fail 5 %",
                "monitoring.drift publishes schedule.drift: state, schedule, approved",
                "monitoring.health publishes health.summary: state, stale 2m, memory_min 5 %, "
                    + "load_max 4 per processor, threads_max 500 threads, handles_max 2000 handles, heap_max 80 %",
                "monitoring.heartbeat publishes heartbeat.age: state, stale 2m, overdue_max 20 occurrences",
                "monitoring.integrity publishes state.integrity: state, days 2 days, leftover 10m",
                "monitoring.lateness publishes : fact, group any, stretch over, over 6h, limit 30s, percent 99 %, tell list, state",
                "monitoring.plugins publishes : fact, against lock, plugins, tell list",
            },
            lines.ToHashSet());
        Assert.All(catalogue.Handlers, handler =>
        {
            Assert.Equal(Effects.None, handler.Effects);
            Assert.NotEmpty(handler.About);
            // Only what the row alone can know is asked of it: the fact's name, and which facts it is about.
            Assert.All(handler.Arguments, argument => Assert.True(!argument.Required || argument.Name is "fact" or "names" or "of"));
            Assert.Equal(handler.Facts.Count == 0, handler.Argument("fact")?.NamesFacts == true);
            Assert.All(handler.Arguments, argument => Assert.NotEmpty(argument.About));
        });
    }

    [Fact]
    public void Health_Succeeds_OnTheStateThatTheRunnerWasToldOf()
    {
        state.Beat(TimeProvider.System.GetUtcNow());

        var result = stage.Run("monitoring.health");

        Assert.Equal((AttemptOutcome.Succeeded, null), (result.Outcome, result.Error));
        Assert.Contains("\"status\":", result.Facts["health.summary"], StringComparison.Ordinal);
        Assert.Contains("brain_threads", result.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitoring.disk", "{\"warn\":\"0\",\"fail\":\"0\"}", nameof(AttemptOutcome.Succeeded))]
    [InlineData("monitoring.clock", null, nameof(AttemptOutcome.Succeeded))]
    [InlineData("monitoring.integrity", null, nameof(AttemptOutcome.Succeeded))]
    [InlineData("monitoring.heartbeat", null, nameof(AttemptOutcome.Skipped))]
    [InlineData("monitoring.drift", null, nameof(AttemptOutcome.Failed))]
    [InlineData("monitoring.digest", null, nameof(AttemptOutcome.Skipped))]
    public void EachHandler_Ends_OnAnEmptyState(string handler, string? arguments, string outcome)
    {
        var result = stage.Run(handler, arguments);

        Assert.True(result.Outcome.ToString() == outcome, $"{result.Outcome}: {result.Error} {result.Reason}");
    }

    private static string Line(HandlerRecord handler) =>
        $"{handler.Name} publishes {string.Join('+', handler.Facts)}: "
        + string.Join(", ", handler.Arguments.Select(Words));

    private static string Words(ArgumentRecord argument) => string.Join(
        ' ', new[] { argument.Name, argument.Default, argument.Unit }.Where(word => word is not null));
}
