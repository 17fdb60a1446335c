namespace Kobe.Core.Schedules;

/// <summary>One effective setting of a row, for <c>kobe explain</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">Its effective value as the schedule would write it.</param>
/// <param name="From">
/// Where it comes from: <c>file:line</c>, <c>category</c>, <c>default</c>, or <c>environment NAME</c>.
/// </param>
/// <param name="Note">What else should be known of it, in a sentence; or null.</param>
public sealed record TaskSetting(string Name, string Value, string From, string? Note = null);
