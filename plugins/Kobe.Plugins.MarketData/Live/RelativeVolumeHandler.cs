using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Compares today's volume up to now with that of the same minutes of the last sessions.</summary>
[Handler("marketdata.relative_volume", Arguments = typeof(RelativeVolumeArguments),
    About = "Today's volume so far against the same minutes of the last sessions.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class RelativeVolumeHandler : ITaskHandler
{
    internal const string FactName = "volume.relative";

    private const int SessionsMax = 20;
    private const int TellMax = 200;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RelativeVolumeArguments>();
        if (arguments.Sessions is < 1 or > SessionsMax || !(arguments.Alert > 1))
        {
            return new TaskResult.Fatal($"sessions is 1 to {SessionsMax}, alert above 1.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (desk.OpenNow() is not { } session || watched.Nothing is not null)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "the market is closed");
        }

        var all = new List<Line>();
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var now = Prices.Volume((await desk.TodayAsync(symbol, cancellation)).All);
            if (await UsualAsync(desk, symbol, desk.Now - session.Open, arguments.Sessions, cancellation)
                is > 0 and var usual)
            {
                all.Add(new(symbol, now, Prices.Rounded(now / usual)));
            }
        }

        var unusual = all.Count(one => one.Ratio >= arguments.Alert);
        return all.Count == 0
            ? new TaskResult.Skipped("there is no earlier session to compare with")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("symbols", all.Count).WithCount("unusual", unusual),
                Fact.Of(arguments.Fact, new
                {
                    At = desk.Now,
                    Unusual = unusual,
                    Symbols = all.OrderByDescending(one => one.Ratio).Take(TellMax),
                    Synthetic = desk.Source.IsSynthetic,
                }));
    }

    private static async Task<double> UsualAsync(
        DeskSession desk, string symbol, TimeSpan sinceOpen, int sessions, CancellationToken cancellation)
    {
        var (sum, count) = (0.0, 0);
        foreach (var day in desk.LastSessions(sessions))
        {
            var reading = await desk.Source.MinutesAsync(symbol, day.Date, desk.Now, cancellation);
            if (reading.Series is { Count: > 0 } minutes)
            {
                (sum, count) = (sum + Prices.Volume(minutes.AsOf(day.Session!.Open + sinceOpen)), count + 1);
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    internal sealed record Line(string Symbol, double Volume, double Ratio);
}
