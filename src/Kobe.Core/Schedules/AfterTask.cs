namespace Kobe.Core.Schedules;

/// <summary>A task of the same date that must have ended first.</summary>
/// <param name="Task">The other row's id.</param>
/// <param name="End">How it must have ended.</param>
public sealed record AfterTask(string Task, AfterEnd End)
{
    /// <summary>As the schedule writes it.</summary>
    public override string ToString() => End == AfterEnd.Success ? Task : $"{{ task: {Task}, end: any }}";
}
