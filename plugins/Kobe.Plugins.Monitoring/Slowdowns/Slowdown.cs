namespace Kobe.Plugins.Monitoring.Slowdowns;

/// <summary>A task that takes longer than it did.</summary>
/// <param name="Task">The row's id.</param>
/// <param name="BeforeMs">Half of its runs took no longer than this.</param>
/// <param name="NowMs">Half of the recent ones did not.</param>
internal sealed record Slowdown(string Task, long BeforeMs, long NowMs);
