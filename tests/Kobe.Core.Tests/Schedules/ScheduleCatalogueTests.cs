using Kobe.Contracts;
using Kobe.Core.Catalogues;

namespace Kobe.Core.Tests.Schedules;

/// <summary>Rows against what the plugins offer.</summary>
public class ScheduleCatalogueTests
{
    private static readonly ArgumentRecord[] Arguments =
    [
        new("count", ArgumentType.Whole, true, null, null, "How many.", []),
        new("ratio", ArgumentType.Number, false, "1", null, "", []),
        new("wait", ArgumentType.Duration, false, "5m", null, "", []),
        new("mode", ArgumentType.Choice, false, "fast", null, "", ["fast", "slow"]),
        new("symbols", ArgumentType.List, false, null, null, "", []),
        new("dry", ArgumentType.Flag, false, "false", null, "", []),
        new("day", ArgumentType.Date, false, null, null, "", []),
        new("hour", ArgumentType.Time, false, null, null, "", []),
        new("until", ArgumentType.Instant, false, null, null, "", []),
    ];

    private static readonly HandlerRecord[] Handlers =
    [
        new("bars.update", "Data", Effects.Idempotent, false, "", ["bars.daily"], []),
        new("bars.check", "Data", Effects.None, false, "", ["bars.quality"], []),
        new("orders.send", "Trading", Effects.Orders, true, "", [], []),
        new("with.args", "Data", Effects.None, false, "", [], Arguments),
    ];

    [Theory]
    [InlineData("run: bars.update, every: 1h")]
    [InlineData("run: bars.update, every: 1h, needs: bars.quality < 2h", "run: bars.check, every: 1h")]
    [InlineData("run: with.args, every: 1h, args: { count: 5, ratio: 0.5, wait: 1h, mode: SLOW, symbols: [A], "
        + "dry: true }")]
    [InlineData("run: with.args, every: 1h, args: { count: -1, day: 2026-11-20, hour: \"09:35\", "
        + "until: \"2026-11-20T09:35:00-05:00\" }")]
    [InlineData("run: orders.send, every: 1h, category: trading, kind: exit, on_unknown: reconcile")]
    [InlineData("run: bars.check, every: 1h, preemptible: true")]
    [InlineData("run: bars.update, every: 1h, preemptible: true, on_unknown: retry")]
    [InlineData("run: bars.check, every: 1h, when: [\"bars.daily.rows > 5\"]", "run: bars.update, every: 1h")]
    public void Row_FitsItsHandler(params string[] rows) => Assert.Equal([], Said(rows));

    [Theory]
    [InlineData("run: bars.updat, every: 1h",
        "2:20: error KOBE2050: No plugin has the handler 'bars.updat'. Did you mean 'bars.update'?")]
    [InlineData("run: orders.send, every: 1h",
        "2:5: error KOBE2054: The handler 'orders.send' may change orders, and task 'r0' is maintenance. "
        + "Write category: trading and a kind.")]
    [InlineData("run: bars.update, every: 1h, preemptible: true, on_unknown: skip",
        "2:57: error KOBE2055: Task 'r0' can't be preemptible: the effects of 'bars.update' are idempotent. "
        + "It needs effects none, or idempotent ones with on_unknown: retry.")]
    [InlineData("run: bars.update, every: 1h, on_unknown: reconcile",
        "2:56: error KOBE2056: The handler 'bars.update' can't say whether an attempt had its effect. "
        + "Write on_unknown: retry, skip or alert.")]
    [InlineData("run: bars.update, every: 1h, args: { n: 1 }",
        "2:52: error KOBE2051: The handler 'bars.update' takes no argument 'n'. It takes none.")]
    [InlineData("run: with.args, every: 1h, args: { coumt: 1, count: 1 }",
        "2:50: error KOBE2051: The handler 'with.args' takes no argument 'coumt'. Did you mean 'count'? "
        + "It takes: count, ratio, wait, mode, symbols, dry, day, hour, until.")]
    [InlineData("run: with.args, every: 1h",
        "2:5: error KOBE2052: Task 'r0' lacks the argument 'count' of 'with.args': a whole number. How many.")]
    [InlineData("run: with.args, every: 1h, args: { count: 1.5 }",
        "2:50: error KOBE2053: Argument count: 1.5 of 'with.args' must be a whole number.")]
    [InlineData("run: with.args, every: 1h, args: { count: 1, mode: quick }",
        "2:60: error KOBE2053: Argument mode: quick of 'with.args' must be one of fast, slow.")]
    [InlineData("run: with.args, every: 1h, args: { count: 1, symbols: A }",
        "2:60: error KOBE2053: Argument symbols: A of 'with.args' must be a list: [a, b].")]
    [InlineData("run: with.args, every: 1h, args: { count: [1] }",
        "2:50: error KOBE2053: Argument count: [1] of 'with.args' must be a whole number.")]
    [InlineData("run: with.args, every: 1h, args: { count: 1, dry: yes }",
        "2:60: error KOBE2053: Argument dry: yes of 'with.args' must be true or false.")]
    [InlineData("run: bars.update, every: 1h, needs: bars.dayly",
        "2:51: error KOBE2042: Task 'r0' needs the fact bars.dayly, and no row's handler publishes it. "
        + "Did you mean 'bars.daily'? Published are: bars.daily.")]
    [InlineData("run: bars.check, every: 1h, when: [\"vix > 5\"]",
        "2:50: warning KOBE2043: No row's handler publishes a fact that 'vix' could mean. "
        + "The condition holds only when a fact comes from elsewhere.")]
    public void Row_DoesNotFitItsHandler(string row, string said) => Assert.Equal([said], Said(row));

    // A fact of its own, or of a row that waits for it, can't come first.
    [Theory]
    [InlineData("2:51: error KOBE2041: Task 'r0' waits for itself: r0 needs bars.daily of r0. Take one of these out.",
        "run: bars.update, every: 1h, needs: bars.daily")]
    [InlineData("2:51: error KOBE2041: Tasks wait for each other: r0 needs bars.quality of r1, r1 after r0. "
        + "Take one of these out.",
        "run: bars.update, every: 1h, needs: bars.quality", "run: bars.check, every: 1h, after: r0")]
    public void Cycle_MayGoThroughAFact(string said, params string[] rows) => Assert.Equal([said], Said(rows));

    // Another row publishes the fact too, so there is a way to begin.
    [Fact]
    public void Cycle_IsNone_WhenTheFactComesFromElsewhereToo() => Assert.Equal([], Said(
        "run: bars.update, every: 1h, needs: bars.quality", "run: bars.check, every: 1h, after: r0",
        "run: bars.check, every: 2h"));

    [Fact]
    public void UnknownHandler_IsAWarning_WhenAPluginDidNotLoad()
    {
        var catalogue = new Catalogue("1.0", [new("Broken", "1.0", "", "It needs a newer contract.")], Handlers);
        var reading = ScheduleText.Read("tasks: [{ id: a, run: lost, every: 1h }]", catalogue);
        Assert.NotNull(reading.Schedule);
        Assert.Equal(
            "a.yaml:1:23: warning KOBE2050: No plugin that loaded has the handler 'lost'; task 'a' will be skipped. "
            + "The plugin Broken did not load: It needs a newer contract.",
            Assert.Single(reading.Diagnostics.Items).ToString());
    }

    private static string[] Said(params string[] rows)
    {
        var text = "tasks:\n" + string.Concat(rows.Select((row, i) => $"  - {{ id: r{i}, {row} }}\n"));
        var reading = ScheduleText.Read(text, new Catalogue("1.0", [], Handlers));
        return [.. reading.Diagnostics.Items.Select(item => item.ToString()["a.yaml:".Length..])];
    }
}
