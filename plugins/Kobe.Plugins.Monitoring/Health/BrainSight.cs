using Kobe.Plugins.Monitoring.State;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Health;

/// <summary>What can be seen of the brain from outside.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Now">When it was looked at.</param>
/// <param name="Heartbeat">The heartbeat; null when there is none that can be read.</param>
/// <param name="Problem">What is wrong with the heartbeat's file, in a sentence.</param>
/// <param name="HasState">Whether the brain has left a view of itself.</param>
/// <param name="StartedAt">Since when it runs, as that view says.</param>
/// <param name="SeenAt">When that view was made.</param>
internal sealed record BrainSight(
    string State,
    DateTimeOffset Now,
    Heartbeat? Heartbeat,
    string? Problem,
    bool HasState,
    DateTimeOffset? StartedAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>Whether no brain has ever run here.</summary>
    public bool IsEmpty => Heartbeat is null && Problem is null && !HasState;

    public static BrainSight Of(string state, DateTimeOffset now)
    {
        var heartbeat = Heartbeat.Read(state, out var problem);
        var view = StateFile.Read(Path.Combine(state, Places.BrainState), out var viewProblem);
        return new(
            state, now, heartbeat, problem ?? viewProblem, view is not null || viewProblem is not null,
            view?.Instant("startedAt"), view?.Instant("at"));
    }

    /// <summary>Why the brain must count as dead, in a sentence; null when it lives.</summary>
    /// <param name="stale">How old a heartbeat may be.</param>
    public string? Death(TimeSpan stale) => Heartbeat switch
    {
        null when Problem is not null => Problem,
        null when Now - StartedAt < stale => null,
        null => $"{State} has no {Places.Heartbeat}, although a brain has run there.",
        { Alive: false } => "The heartbeat says that the brain has stopped.",
        _ when Heartbeat.Age(Now) > stale =>
            $"The heartbeat is {Words.Of(Heartbeat.Age(Now))} old; at most {Words.Of(stale)} is allowed.",
        _ => null,
    };
}
