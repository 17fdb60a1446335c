using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Lays out a session's volume by price and half hour: today's so far, or that of the last one.</summary>
[Handler("marketdata.volume_profile", Arguments = typeof(ProfileArguments),
    About = "Volume by price (control price, value area) and by half hour of a session.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class VolumeProfileHandler : ITaskHandler
{
    internal const string FactName = "volume.profile";

    private const int TellMax = 100;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ProfileArguments>();
        if (arguments.Levels is < 4 or > 500)
        {
            return new TaskResult.Fatal($"levels is {arguments.Levels}: it is 4 to 500.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        var date = desk.OpenNow() is null ? desk.LastComplete()?.Date : desk.Today;
        if (watched.Nothing is { } nothing || date is null)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "there has been no session yet");
        }

        var all = new List<VolumeProfile>();
        foreach (var symbol in watched.Symbols)
        {
            var reading = await desk.Source.MinutesAsync(symbol, date.Value, desk.Now, cancellation);
            if (reading.Series is { Count: > 0 } minutes)
            {
                all.Add(VolumeProfile.Of(symbol, minutes.All, arguments.Levels));
            }
        }

        if (all.Count == 0)
        {
            return new TaskResult.Skipped($"the source has no minutes of {date:yyyy-MM-dd}");
        }

        var path = DeskFile.At(desk, "profiles", DeskFile.Name(date.Value), $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithOutput(DeskFile.WriteTable(desk, path, all)),
            Fact.Of(arguments.Fact, new
            {
                Date = date.Value,
                Profiles = all.Take(TellMax)
                    .Select(one => new { one.Symbol, one.Control, one.ValueLow, one.ValueHigh }),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}
