using FsCheck;
using FsCheck.Fluent;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>The made-up market: the exchange's days, the same under its seed, and labelled.</summary>
public class SyntheticTests
{
    private static readonly SyntheticMarket Market = new(Exchange.Xnys, new() { Seed = 7 });

    [Fact]
    public void EverySession_HasItsBar_WithTheSessionsOwnHours_ButForHalts()
    {
        var series = Market.Daily("ACME");
        var sessions = Days.Between(new(2015, 1, 1), new(2024, 12, 31)).Select(Exchange.Xnys.On).Where(day => day.Session is not null).ToList();

        Assert.InRange(sessions.Count - series.Count, 0, 10);
        var byOpen = sessions.ToDictionary(day => day.Session!.Open);
        Assert.All(series.All.ToArray(), bar => Assert.Equal(byOpen[bar.Start].Session!.Close, bar.End));
        Assert.Contains(series.All.ToArray(), bar => bar.End - bar.Start == TimeSpan.FromHours(3.5));
    }

    [Fact]
    public void SameSeed_GivesTheSamePrices_WhicheverSymbolIsAskedFirst()
    {
        var other = new SyntheticMarket(Exchange.Xnys, new() { Seed = 7 });
        other.Daily("OTHER");

        Assert.Equal(Market.Daily("ACME").All.ToArray(), other.Daily("ACME").All.ToArray());
        Assert.NotEqual(Market.Daily("ACME")[0], new SyntheticMarket(Exchange.Xnys, new() { Seed = 8 }).Daily("ACME")[0]);
    }

    [Fact]
    public void Series_SayThatTheyAreSynthetic()
    {
        Assert.True(Market.Daily("ACME").Name.IsSynthetic);
        Assert.True(Market.Minutes("ACME", new(2015, 1, 2), new(2015, 1, 2)).Name.IsSynthetic);
        Assert.StartsWith("SYNTHETIC", Market.Daily("ACME").ToString(), StringComparison.Ordinal);
        Assert.Contains("seed 7", Market.Daily("ACME").Name.Source, StringComparison.Ordinal);
    }

    // Law: whatever the seed, every bar can be true, and prices are whole cents.
    [Fact]
    public void EveryBar_CanBeTrue() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll<int>(seed =>
    {
        var market = new SyntheticMarket(Exchange.Xnys, new() { Seed = unchecked((ulong)seed), To = new(2017, 12, 31) });
        foreach (var bar in market.Daily("ACME").All)
        {
            Assert.Null(BarRules.Problem(bar));
            Assert.Equal(Math.Round(bar.Close, 2), bar.Close);
        }
    }));

    // Law: the minutes of a session add up to its bar.
    [Fact]
    public void Minutes_AddUpToTheDay() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll<int>(seed =>
    {
        var market = new SyntheticMarket(Exchange.Xnys, new() { Seed = unchecked((ulong)seed), From = new(2020, 11, 23), To = new(2020, 11, 30), HaltedMinutes = 0.5 });
        var minutes = market.Minutes("ACME", new(2020, 11, 23), new(2020, 11, 30));
        foreach (var bar in minutes.All)
        {
            Assert.True(BarRules.Problem(bar) is null, BarRules.Text(bar));
        }

        Assert.Equal(market.Daily("ACME").All.ToArray(), Resampling.ToDays(minutes, Exchange.Xnys).All.ToArray());
    }));

    [Fact]
    public void Minutes_FollowTheEarlyClose_AndHaltsLeaveNone()
    {
        var calm = new SyntheticMarket(Exchange.Xnys, new() { Seed = 1, HaltedMinutes = 0, HaltedDays = 0 });
        Assert.Equal(210, calm.Minutes("ACME", new(2020, 11, 27), new(2020, 11, 27)).Count);
        Assert.Equal(390, calm.Minutes("ACME", new(2020, 11, 25), new(2020, 11, 25)).Count);

        var halting = new SyntheticMarket(Exchange.Xnys, new() { Seed = 1, HaltedMinutes = 1 });
        var counts = Enumerable.Range(1, 28).Select(day => halting.Minutes("ACME", new(2020, 2, day), new(2020, 2, day)).Count).Where(count => count > 0).ToArray();
        Assert.Contains(counts, count => count < 385);
        Assert.All(counts, count => Assert.InRange(count, 330, 390));
    }

    [Fact]
    public void Splits_AreInThePrices_AndInTheFactors()
    {
        var (splits, found) = (0, 0);
        foreach (var symbol in Enumerable.Range(0, 40).Select(i => $"S{i}"))
        {
            var report = QualityCheck.Of(new(Market.Daily(symbol), [], []), Market.Factors(symbol), Exchange.Xnys, Exchange.Close("2024-12-31"));
            splits += Market.Factors(symbol).Actions().Count(action => action.IsSplit);
            found += report.Of(QualityKind.Split).Count();
            Assert.Empty(report.Of(QualityKind.MissingSplit));
        }

        Assert.True(splits > 5, $"{splits} splits.");
        Assert.InRange(found, splits - 1, splits);
    }

    [Fact]
    public void Factors_TakeSplitsAndDividendsOutOfTheReturns()
    {
        var symbol = Enumerable.Range(0, 40).Select(i => $"S{i}").First(one => Market.Factors(one).Actions().Any(action => action.IsSplit));
        var adjusted = Market.Factors(symbol).Adjust(Market.Daily(symbol), Adjustment.All, Exchange.Close("2024-12-31"));

        for (var i = 1; i < adjusted.Count; i++)
        {
            Assert.InRange(adjusted[i].Open / adjusted[i - 1].Close, 0.6, 1.67);
        }
    }

    [Fact]
    public void Moods_Change_AndTheCrisisIsTheWildest()
    {
        var bars = Market.Daily("ACME").All.ToArray();
        var moves = bars.Zip(bars.Skip(1), (one, next) => (Mood: Market.MoodOn(DateOnly.FromDateTime(next.Start.UtcDateTime)), Move: Math.Abs(Math.Log(next.Close / one.Close))))
            .Where(day => day.Move < 0.3).GroupBy(day => day.Mood).ToDictionary(group => group.Key!.Value, group => group.Average(day => day.Move));

        Assert.Equal(3, moves.Count);
        Assert.True(moves[Regime.Crisis] > moves[Regime.Nervous] && moves[Regime.Nervous] > moves[Regime.Calm]);
    }

    [Fact]
    public void NoSymbol_IsRefused() => Assert.Throws<ArgumentException>(() => Market.Daily("../x"));
}
