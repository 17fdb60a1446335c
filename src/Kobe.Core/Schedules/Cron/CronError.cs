namespace Kobe.Core.Schedules.Cron;

/// <summary>What is wrong with a cron expression.</summary>
/// <param name="Column">The column within the expression, from 1.</param>
/// <param name="Message">What is wrong there, as the end of a sentence.</param>
/// <param name="Hint">What would be right.</param>
/// <param name="Impossible">Whether it could be read and yet never matches a date.</param>
public sealed record CronError(int Column, string Message, string Hint, bool Impossible = false);
