using System.Globalization;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Plugins;

/// <summary>Stages whose store holds daily bars already: made-up ones of the usual source, or such as a test planted.</summary>
internal static class MarketStage
{
    /// <summary>The made-up market of a seed, with the bars of some years before now.</summary>
    public static async Task<HandlerStage> SyntheticAsync(DateTimeOffset now, ulong seed = 1, int years = 4, IReadOnlyList<string>? symbols = null)
    {
        var stage = new HandlerStage(now, new DeskSettings { Seed = seed, Symbols = symbols ?? ["MADEUP", "ALFA", "BRAVO", "CHARL", "DELTA", "ECHO"] });
        await StoreAsync(stage, now.AddYears(-years));
        return stage;
    }

    /// <summary>A folder with the bars that a test made, one file a symbol; SPY is the index when it is among them.</summary>
    public static async Task<HandlerStage> PlantedAsync(DateTimeOffset now, IReadOnlyDictionary<string, Bar[]> bars, IReadOnlyDictionary<string, string>? sectors = null)
    {
        var stage = new HandlerStage(now);
        var folder = Directory.CreateDirectory(Path.Combine(stage.State, "planted", "daily")).Parent!.FullName;
        foreach (var (symbol, made) in bars)
        {
            await File.WriteAllLinesAsync(
                Path.Combine(folder, "daily", symbol + ".csv"),
                ["date,open,high,low,close,volume", .. made.Select(Line)], TestContext.Current.CancellationToken);
        }

        await File.WriteAllLinesAsync(
            Path.Combine(folder, "sectors.csv"), (sectors ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key},{pair.Value}"), TestContext.Current.CancellationToken);
        stage.Place = stage.Place with { Settings = new DeskSettings { Source = folder } };
        await StoreAsync(stage, DateTimeOffset.MinValue);
        return stage;
    }

    /// <summary>Bars from closes, one a session, the last one on the session before a date; each opens at the close before and is a little wider than both.</summary>
    public static Bar[] Closes(DateOnly before, IReadOnlyList<double> closes, double volume = 1_000_000)
    {
        var bars = new Bar[closes.Count];
        var day = Exchange.Xnys.PreviousSession(before)!;
        for (var i = closes.Count - 1; i >= 0; i--)
        {
            var (open, close) = (i > 0 ? closes[i - 1] : closes[0], closes[i]);
            bars[i] = new(day.Session!.Open, day.Session.Close, open, Math.Max(open, close) * 1.002, Math.Min(open, close) * 0.998, close, volume);
            day = Exchange.Xnys.PreviousSession(day.Date)!;
        }

        return bars;
    }

    /// <summary>A price that grows by a share a session, and swings by another one up and down in turns.</summary>
    public static double[] Growing(int count, double share, double swing = 0, double start = 100) =>
        [.. Enumerable.Range(0, count).Select(i => start * Math.Pow(1 + share, i) * (1 + (i % 2 == 0 ? swing : -swing)))];

    /// <summary>A random walk without any direction; each seed is another one.</summary>
    public static double[] Walk(int count, int seed, double volatility = 0.012, double start = 100)
    {
        var random = new Randomness.SeededRandom((ulong)seed).Split("walk");
        var (price, closes) = (start, new double[count]);
        for (var i = 0; i < count; i++)
        {
            price *= Math.Exp(volatility * random.Normal());
            closes[i] = price;
        }

        return closes;
    }

    /// <summary>Stores what the source has from an instant to now.</summary>
    public static async Task StoreAsync(HandlerStage stage, DateTimeOffset from)
    {
        var desk = DeskSession.Of(stage.Context());
        foreach (var symbol in desk.Symbols)
        {
            var reading = await desk.Source.DailyAsync(symbol, desk.Now, TestContext.Current.CancellationToken);
            var isWhole = reading.Series is not null && reading.Quarantined.Count == 0;
            Assert.True(isWhole, $"{symbol}: {string.Join(" ", reading.Errors)} {string.Join(" ", reading.Quarantined.Take(1))}");
            desk.Store.Append(reading.Series!.Between(from, desk.Now));
        }
    }

    private static string Line(Bar bar) => string.Create(
        CultureInfo.InvariantCulture, $"{bar.Start:yyyy-MM-dd},{bar.Open:0.######},{bar.High:0.######},{bar.Low:0.######},{bar.Close:0.######},{bar.Volume:0}");
}
