namespace Kobe.Plugins.Trading.Watching;

/// <summary>A stretch without entries: the fact <c>event.window</c>.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Until">When it ends (UTC).</param>
/// <param name="Why">The event.</param>
internal sealed record EventWindow(DateTimeOffset At, DateTimeOffset Until, string Why)
{
    public const string FactName = "event.window";
}
