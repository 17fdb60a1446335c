namespace Kobe.Core.Schedules.Importing;

/// <summary>A row made of a line.</summary>
/// <param name="Id">Its id, legal and unique.</param>
/// <param name="Time">The wall-clock time at which it falls due.</param>
/// <param name="Run">Its handler.</param>
/// <param name="Priority">1 to 10.</param>
/// <param name="On">The selector of its days, as the schedule writes it.</param>
public sealed record ImportedTask(string Id, TimeOnly Time, string Run, int Priority, string On);
