using Kobe.Brain;

namespace Kobe.Replay;

/// <summary>Something that happens in a replay at a fixed instant.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Do">What; it may leave messages for the brain.</param>
internal sealed record ScriptedAct(DateTimeOffset At, Action<Inbox> Do);
