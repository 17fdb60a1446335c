using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Measures how prices took an economic release: the move, the range and the rush.</summary>
[Handler("marketdata.release_reaction", Arguments = typeof(ReleaseArguments),
    About = "Compares the minutes after a release with those before it, for the index and every symbol.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class ReleaseHandler : ITaskHandler
{
    internal const string FactName = "release.reaction";

    private const int TellMax = 10;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ReleaseArguments>();
        if (arguments.Minutes is < 1 or > 60)
        {
            return new TaskResult.Fatal($"minutes is {arguments.Minutes}: it is 1 to 60.");
        }

        var desk = DeskSession.Of(context);
        if (desk.Market.Calendar.On(desk.Today).Session is not { } session)
        {
            return new TaskResult.Skipped("there is no session today");
        }

        var local = desk.Today.ToDateTime(arguments.Release);
        var release = new DateTimeOffset(local, desk.Market.Calendar.Zone.GetUtcOffset(local));
        var known = (release < session.Open ? session.Open : release).AddMinutes(arguments.Minutes);
        if (desk.Now < known)
        {
            return new TaskResult.Snoozed(known, "prices after the release are known then");
        }

        var all = new List<ReleaseReaction>();
        foreach (var symbol in desk.Symbols)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            if (ReleaseReaction.Of(minutes, release, arguments.Minutes, desk.CloseBefore(symbol, desk.Today))
                is { } reaction)
            {
                all.Add(reaction);
            }
        }

        if (all.Count == 0)
        {
            return new TaskResult.Skipped("no symbol has prices before and after the release");
        }

        var path = DeskFile.At(desk, "releases", DeskFile.Name(desk.Today), $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithOutput(DeskFile.WriteTable(desk, path, all)),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                Release = arguments.Release,
                Index = all.Find(one => one.Symbol == desk.Source.Index),
                Largest = all.OrderByDescending(one => Math.Abs(one.Share)).ThenBy(one => one.Symbol).Take(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}
