using Kobe.Control;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>What reaches the loop from outside: a closed set.</summary>
internal abstract record BrainMessage
{
    private BrainMessage()
    {
    }

    /// <summary>An attempt is over.</summary>
    internal sealed record Ended(AttemptResult Result) : BrainMessage;

    /// <summary>A handler said something while it runs.</summary>
    internal sealed record Said(HandlerReport Report) : BrainMessage;

    /// <summary>Something became of a runner.</summary>
    internal sealed record Changed(RunnerChange Change) : BrainMessage;

    /// <summary>A person, or a breaker, asks for something.</summary>
    /// <param name="Request">What.</param>
    /// <param name="Tell">Called once on the loop's thread, when it is done and durable or refused; must not
    /// wait.</param>
    internal sealed record Ask(ControlRequest Request, Action<ControlAnswer>? Tell = null) : BrainMessage;

    /// <summary>The files that switch trading may have changed.</summary>
    internal sealed record SwitchTouched : BrainMessage;

    /// <summary>Somebody who works beside the loop has something that people must be told.</summary>
    internal sealed record Warn(AlertLevel Level, string Text) : BrainMessage;

    /// <summary>Stop: first gently, the second time at once.</summary>
    internal sealed record Stop(string Reason) : BrainMessage;
}
