using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>One thing that people must be told.</summary>
/// <param name="Number">Counted up for each alert of this state directory; the order in which they are told.</param>
/// <param name="At">When it was raised, UTC.</param>
/// <param name="Level">How urgent it is.</param>
/// <param name="Text">The sentence, secrets taken out.</param>
internal sealed record Alert(long Number, DateTimeOffset At, AlertLevel Level, string Text)
{
    /// <summary>What it is about.</summary>
    public AlertTopic Topic { get; } = AlertTopic.Of(Text);
}
