using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Alerts;

/// <summary>Finds what the journal says that people must be told, and the outbox does not know.</summary>
/// <remarks>
/// An event is journalled first and its alert kept after that: a kill in between leaves the one without the other. So
/// at a start the journal's last moment is held against the outbox. What was told is known there by the words with
/// which its alert begins; at worst something is told twice, never not at all.
/// </remarks>
internal static class LostAlerts
{
    /// <summary>How much of the journal's end may lack its alerts: one turn of the loop, and room for a slow
    /// disk.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    /// <summary>The alerts that are missing, in the order of their events.</summary>
    /// <param name="last">The journal's last events before this start.</param>
    /// <param name="raised">What the outbox knows.</param>
    /// <param name="find">A row of the schedule by its id; null when it has none.</param>
    /// <param name="trading">What the trading state means now, in words.</param>
    public static IReadOnlyList<(AlertLevel Level, string Text)> Of(
        IReadOnlyList<RunEvent> last, IReadOnlyList<Alert> raised, Func<string, ScheduledTask?> find,
        Func<string> trading)
    {
        var missing = new List<(AlertLevel Level, string Text)>();
        foreach (var what in last)
        {
            if (Due(what, find, trading) is var (level, begin, text)
                && !raised.Any(alert => alert.At >= what.At && alert.Text.StartsWith(begin, StringComparison.Ordinal)))
            {
                missing.Add((level, text));
            }
        }

        return missing;
    }

    // The level, the words with which the alert begins whatever else it says, and all of it.
    private static (AlertLevel Level, string Begin, string Text)? Due(
        RunEvent what, Func<string, ScheduledTask?> find, Func<string> trading) => what switch
    {
        RunEvent.Ended { Next: { Kind: NextKind.Final, State: FinalState.Failed } } ended => Of(
            AlertLevel.Warning, $"SCHEDULER FAILURE: {ended.Key.Task} failed ",
            $"{ended.Attempt}x: {ended.Error ?? ended.Reason}"),
        RunEvent.Ended { Next.Kind: NextKind.Held } ended => Held(ended.Key, $": {ended.Error ?? ended.Reason}"),
        RunEvent.Reconciled { Next.Kind: NextKind.Held } asked =>
            Held(asked.Key, " may or may not have had its effect"),
        RunEvent.Reconciled { Next: { Kind: NextKind.Final, State: FinalState.Failed } } asked => Of(
            AlertLevel.Warning, $"SCHEDULER FAILURE: {asked.Key.Task} failed ", "and was not done"),
        RunEvent.Quarantined quarantined => Of(
            AlertLevel.Critical, $"QUARANTINE: {quarantined.Task}: ",
            $"{quarantined.Reason}; kobe unquarantine {quarantined.Task} when it is mended"),
        RunEvent.Closed { State: FinalState.Expired } closed
            when find(closed.Key.Task)?.Kind is TaskKind.Entry or TaskKind.Exit =>
            Of(AlertLevel.Warning, $"EXPIRED: {closed.Key}: ", closed.Reason),
        RunEvent.Closed { State: FinalState.Missed } closed when find(closed.Key.Task)?.Priority == 1 =>
            Of(AlertLevel.Critical, $"MISSED: {closed.Key}: ", closed.Reason),
        RunEvent.Control
        {
            Verb: ControlVerb.Halt or ControlVerb.Reduce or ControlVerb.Activate or ControlVerb.ApproveExits,
        } => Of(AlertLevel.Critical, "TRADING: ", trading()),
        _ => null,
    };

    private static (AlertLevel Level, string Begin, string Text)? Held(OccurrenceKey key, string why) => Of(
        AlertLevel.Warning, $"HELD: {key}", $"{why}; kobe resolve {key} done|rerun|drop");

    private static (AlertLevel Level, string Begin, string Text)? Of(AlertLevel level, string begin, string rest) =>
        (level, begin, begin + rest);
}
