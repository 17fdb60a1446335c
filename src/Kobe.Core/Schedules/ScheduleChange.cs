namespace Kobe.Core.Schedules;

/// <summary>What became of one row between two schedules.</summary>
/// <param name="Task">Its id.</param>
/// <param name="What">A few words: <c>added: at 09:35</c>, <c>removed</c>, <c>timeout 30s → 1m</c>.</param>
/// <param name="IsEdited">Whether it falls due differently, so that what waits of it is removed.</param>
public sealed record ScheduleChange(string Task, string What, bool IsEdited);
