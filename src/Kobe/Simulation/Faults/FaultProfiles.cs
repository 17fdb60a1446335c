namespace Kobe.Simulation.Faults;

/// <summary>The profiles that have a name.</summary>
internal static class FaultProfiles
{
    /// <summary>A hard year: on an average seed a restart twice a week, handlers that fail once in thirty
    /// starts.</summary>
    public static FaultRates Storm => new FaultRates()
        .With(FaultKind.PowerCut, perDay: 0.10)
        .With(FaultKind.Kill, perDay: 0.10)
        .With(FaultKind.Stop, perDay: 0.06)
        .With(FaultKind.ClockForward, perDay: 0.03)
        .With(FaultKind.ClockBack, perDay: 0.03)
        .With(FaultKind.Suspend, perDay: 0.05)
        .With(FaultKind.DiskFull, perDay: 0.05)
        .With(FaultKind.SyncFails, perDay: 0.02)
        .With(FaultKind.WriteFails, perDay: 0.01)
        .With(FaultKind.Reload, perDay: 0.03)
        .With(FaultKind.Control, perDay: 0.15)
        .With(FaultKind.Cancel, perDay: 0.20)
        .With(FaultKind.Burst, perDay: 0.05)
        .With(HandlerFault.Fail, perStart: 0.02)
        .With(HandlerFault.Fatal, perStart: 0.002)
        .With(HandlerFault.Hang, perStart: 0.001)
        .With(HandlerFault.AnswerLate, perStart: 0.002)
        .With(HandlerFault.Die, perStart: 0.001)
        .With(HandlerFault.DieAfterEffect, perStart: 0.001)
        .With(HandlerFault.ExitZero, perStart: 0.001)
        .With(HandlerFault.Snooze, perStart: 0.005)
        .With(HandlerFault.Skip, perStart: 0.005);

    /// <summary>The same, many times as often: for short runs that must meet everything.</summary>
    public static FaultRates Tempest => Times(Storm, perDay: 20, perStart: 4).With(FaultKind.TornWrite, perDay: 2);

    private static FaultRates Times(FaultRates rates, double perDay, double perStart)
    {
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            rates.With(kind, rates[kind] * perDay);
        }

        foreach (var fault in Enum.GetValues<HandlerFault>())
        {
            rates.With(fault, rates[fault] * perStart);
        }

        return rates;
    }
}
