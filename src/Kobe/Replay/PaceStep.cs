namespace Kobe.Replay;

/// <summary>How fast a replay goes up to an instant.</summary>
/// <param name="Until">That instant (UTC).</param>
/// <param name="Speed">Seconds of the replay in a second.</param>
internal sealed record PaceStep(DateTimeOffset Until, double Speed);
