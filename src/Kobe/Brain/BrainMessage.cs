using Kobe.Core.Runs;
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

    /// <summary>A schedule to put into force.</summary>
    internal sealed record Reload(Roster Roster) : BrainMessage;

    /// <summary>A control that a person, or a breaker, uses.</summary>
    internal sealed record Steer(
        ControlVerb Verb, string Subject, string By, string Reason, DateTimeOffset? Until) : BrainMessage;

    /// <summary>A person runs a task now.</summary>
    internal sealed record Trigger(
        string Task, string Id, string By, string Reason, JsonText? Args = null, bool Force = false) : BrainMessage;

    /// <summary>A person says what became of a held run.</summary>
    internal sealed record Resolve(OccurrenceKey Key, Resolution How, string By, string Reason) : BrainMessage;

    /// <summary>A person ends a quarantine.</summary>
    internal sealed record Unquarantine(string Task, string By, string Reason) : BrainMessage;

    /// <summary>Stop: first gently, the second time at once.</summary>
    internal sealed record Stop(string Reason) : BrainMessage;
}
