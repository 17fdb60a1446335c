namespace Kobe.Brain;

/// <summary>Something that went wrong with a run.</summary>
internal sealed record LastError(string Key, string Error, DateTimeOffset At);
