namespace Kobe.Core.Schedules.Importing;

/// <summary>One value that was not taken as it stood.</summary>
/// <param name="Part">Which value of the row.</param>
/// <param name="From">As the list has it.</param>
/// <param name="To">As the schedule has it.</param>
/// <param name="Line">The list's line, from 1.</param>
public sealed record ImportChange(ImportPart Part, string From, string To, int Line);
