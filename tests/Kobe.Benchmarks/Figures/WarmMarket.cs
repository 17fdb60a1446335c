using Kobe.Core.Markets;
using Kobe.Markets;

namespace Kobe.Benchmarks.Figures;

/// <summary>A clock that has seen every day it is asked about, and a million random instants of 1990–2100.</summary>
internal sealed class WarmMarket
{
    public const int Questions = 1_000_000;

    private static readonly DateTimeOffset First = new(1990, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2100, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly MarketClock _clock = CalendarLoader.Load("schedule", new MachineZones()).Default;
    private readonly DateTimeOffset[] _instants = new DateTimeOffset[Questions];

    public WarmMarket()
    {
        var random = new Random(20261127);
        for (var i = 0; i < _instants.Length; i++)
        {
            _instants[i] = First.AddTicks(random.NextInt64(Last.Ticks - First.Ticks));
        }

        AskAll();
        AskAll();
    }

    /// <summary>Asks all questions; something of each answer counts, so that none may be left out.</summary>
    public int AskAll()
    {
        var open = 0;
        foreach (var instant in _instants)
        {
            open += _clock.At(instant).IsMarketOpen ? 1 : 0;
        }

        return open;
    }
}
