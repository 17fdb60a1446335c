using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>The day's plan once more on the day's minutes, and where what really happened differs.</summary>
[Handler("research.replay_day",
    About = "Plays the day's plan again on its minutes and compares with the trades that were made.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class ReplayDayHandler : ITaskHandler
{
    private const string FactName = "drift.today";
    private static readonly TimeSpan OpeningBlock = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        if (desk.Market.Calendar.On(desk.Today).Session is not { } session)
        {
            return new TaskResult.Skipped($"{Told.Date(desk.Today)} has no session.");
        }

        if (context.Facts.Find("plan.today") is not { } plan || !plan.Value.TryGetProperty("ideas", out var ideas)
            || !plan.Value.TryGetProperty("date", out var date) || date.GetString() != Told.Date(desk.Today)
            || ideas.GetArrayLength() == 0)
        {
            return new TaskResult.Skipped("Today's plan has no ideas: there is nothing to play again.");
        }

        var played = new List<PlannedTrade>();
        foreach (var idea in ideas.EnumerateArray())
        {
            if (await PlayAsync(desk, idea, session.Open + OpeningBlock, cancellation).ConfigureAwait(false)
                is { } trade)
            {
                played.Add(trade);
            }
        }

        return played.Count == 0
            ? new TaskResult.Skipped("No idea of today's plan has a stop and minutes to play it on.")
            : Compared(context, desk, played);
    }

    private static TaskResult.Succeeded Compared(TaskContext context, DeskSession desk, List<PlannedTrade> played)
    {
        var traded = TradeLines.Of(desk)
            .Where(trade => desk.Market.Calendar.DateOf(trade.OpenedAt) == desk.Today)
            .Select(trade => trade.Symbol).ToHashSet(StringComparer.Ordinal);
        var differs = played.Where(one => one.Way is "stop" or "target" && !traded.Contains(one.Symbol)).ToList();
        var output = ResearchFile.Write(desk, $"replays/{Told.Date(desk.Today)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            played,
            notMade = differs.Select(one => one.Symbol),
        });
        if (differs.Count > 0)
        {
            Told.Find(
                context, desk, "drift", $"{differs.Count} of {played.Count} planned ideas would have traded and ended "
                + "today, and did not.", string.Join(", ", differs.Select(one => $"{one.Symbol} {one.Way}").Take(10)));
        }

        return new(
            Evidence.None.WithOutput(output).WithCount("ideas", played.Count)
                .WithCount("would_trade", played.Count(one => one.Entered is not null))
                .WithCount("differ", differs.Count),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), ideas = played.Count, differ = differs.Count }));
    }

    private static async Task<PlannedTrade?> PlayAsync(
        DeskSession desk, JsonElement idea, DateTimeOffset from, CancellationToken cancellation)
    {
        if (idea.GetProperty("symbol").GetString() is not { } symbol || !DeskLimits.IsSymbol(symbol)
            || Number(idea, "entry") is not { } entry || Number(idea, "stop") is not { } stop || entry == stop)
        {
            return null;
        }

        var minutes = await desk.TodayAsync(symbol, cancellation).ConfigureAwait(false);
        var free = minutes.Between(from, DateTimeOffset.MaxValue);
        var strategy = idea.TryGetProperty("strategy", out var name) ? name.GetString() ?? "" : "";
        return free.Count == 0
            ? null : PlannedTrade.Of(symbol, strategy, entry, stop, Number(idea, "target"), free.All);
    }

    private static double? Number(JsonElement idea, string name) =>
        idea.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
