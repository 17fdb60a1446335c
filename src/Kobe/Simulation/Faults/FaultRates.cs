namespace Kobe.Simulation.Faults;

/// <summary>How often each fault happens.</summary>
internal sealed class FaultRates
{
    private static readonly int Kinds = Enum.GetValues<FaultKind>().Length;
    private static readonly int HandlerFaults = Enum.GetValues<HandlerFault>().Length;

    private readonly double[] _perDay = new double[Kinds];
    private readonly double[] _perStart = new double[HandlerFaults];

    /// <summary>Nothing goes wrong.</summary>
    public static FaultRates None => new();

    /// <summary>How many a day.</summary>
    public double this[FaultKind kind] => _perDay[(int)kind];

    /// <summary>The probability at one start.</summary>
    public double this[HandlerFault fault] => _perStart[(int)fault];

    public FaultRates With(FaultKind kind, double perDay)
    {
        _perDay[(int)kind] = perDay;
        return this;
    }

    public FaultRates With(HandlerFault fault, double perStart)
    {
        _perStart[(int)fault] = perStart;
        return this;
    }

    /// <summary>Swarm: the seed draws which of these faults exist in a run, and how often each happens.</summary>
    public FaultRates Drawn(Dice dice)
    {
        var drawn = new FaultRates();
        for (var kind = 0; kind < (int)FaultKind.TornWrite; kind++)
        {
            drawn._perDay[kind] = dice.Chance(0.5) ? _perDay[kind] * 2 * dice.Share() : 0;
        }

        for (var fault = 0; fault < HandlerFaults; fault++)
        {
            drawn._perStart[fault] = dice.Chance(0.5) ? Math.Min(0.2, _perStart[fault] * 2 * dice.Share()) : 0;
        }

        // Last, because it came last: what older seeds found they find again. Seldom, because bytes take longer.
        var torn = (int)FaultKind.TornWrite;
        drawn._perDay[torn] = dice.Chance(0.1) ? _perDay[torn] * 2 * dice.Share() : 0;

        return drawn;
    }
}
