using Kobe.Benchmarks.Figures;

namespace Kobe.Benchmarks;

/// <summary>Figures that are read together, and the word by which the command line asks for them.</summary>
/// <param name="Name">The word.</param>
/// <param name="Figures">The figures; those of one run share it.</param>
internal sealed record FigureGroup(string Name, params IReadOnlyList<Figure> Figures)
{
    /// <summary>Every group there is: a new one takes a file in Figures and a line here.</summary>
    public static IReadOnlyList<FigureGroup> All() =>
    [
        new("context", ContextTime.Figure, ContextMemory.Figure),
        new("calendar", ColdCalendar.Figure),
        new("reading", ScheduleReadTime.Small, ScheduleReadTime.Large),
        new("planning", PlanTime.Year, PlanTime.Next),
        new("backtests", BacktestTime.Engine, BacktestTime.BareLoop, BacktestTime.Scan),
        new("indicators", IndicatorTime.Slowest, IndicatorTime.Memory),
        new("simulation", SimulatedYear.Clear, SimulatedYear.Storm, SimulatedOccurrence.Clear,
            SimulatedOccurrence.Storm, SimulatedRows.Clear, SimulatedRows.Storm,
            SimulatedRows.ShippedClear, SimulatedRows.ShippedStorm, SimulatedMemory.Figure),
        new("commands", WholeProcess.Awareness, WholeProcess.Next),
        new("control", LiveCommand.Status, LiveCommand.Control),
        new("health", HealthLoad.Figure, LatenessUnderLoad.Figure),
        new("lateness", new Lateness().Figures),
        new("drain", new Drain().Figures),
        new("launch", new Launch().Figures),
        new("idle", new Idle().Figures),
        new("restart", new Restart().Figures),
    ];
}
