using Kobe.Benchmarks.Figures;

namespace Kobe.Benchmarks;

/// <summary>One thing that must not get slow.</summary>
/// <param name="Name">What is measured, as the table calls it.</param>
/// <param name="Unit">The unit of the limit and of what is read.</param>
/// <param name="Limit">The most that is allowed.</param>
/// <param name="Read">Measures it.</param>
internal sealed record Figure(string Name, string Unit, double Limit, Func<Programs, Reading> Read)
{
    /// <summary>Every figure there is: a new one takes a file in Figures and a line here.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        ContextTime.Figure,
        ContextMemory.Figure,
        ColdCalendar.Figure,
        ScheduleReadTime.Small,
        ScheduleReadTime.Large,
        PlanTime.Year,
        PlanTime.Next,
        BacktestTime.Engine,
        BacktestTime.BareLoop,
        BacktestTime.Scan,
        IndicatorTime.Slowest,
        IndicatorTime.Memory,
        WholeProcess.Awareness,
        WholeProcess.Next,
        LiveCommand.Status,
        LiveCommand.Control,
        HealthLoad.Figure,
    ];
}
