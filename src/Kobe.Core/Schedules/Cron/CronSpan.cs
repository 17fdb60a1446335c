namespace Kobe.Core.Schedules.Cron;

/// <summary>A part of the expression's text: from the start, up to before the end.</summary>
internal sealed record CronSpan(int Start, int End);
