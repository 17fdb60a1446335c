using Kobe.Core.Runs;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Tells the log what the journal keeps, in words for a person.</summary>
internal static class EventLog
{
    public static void Write(Log log, RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Started started:
                log.Info("lane", $"started {started.Key} (start {started.Start}, attempt {started.Attempt})");
                break;
            case RunEvent.Ended ended:
                log.Info("lane", $"ended {ended.Key} {ended.Result} after {ended.DurationMs} ms{Then(ended.Next)}"
                    + (ended.Error is { } error ? ": " + error : ""));
                break;
            case RunEvent.Closed closed:
                log.Info("plan", $"{closed.Key} {closed.State}: {closed.Reason}");
                break;
            case RunEvent.BulkMissed missed:
                log.Warning(
                    "plan", $"{missed.Task} on {missed.Date:yyyy-MM-dd}: {missed.Count} missed, {missed.Reason}");
                break;
            case RunEvent.Reconciled reconciled:
                log.Info("lane", $"reconciled {reconciled.Key}: {reconciled.Answer}{Then(reconciled.Next)}");
                break;
            case RunEvent.Control control:
                log.Info("control", $"{control.Verb} {control.Subject} by {control.By}: {control.Reason}");
                break;
            case RunEvent.Loaded loaded:
                log.Info("schedule", $"{loaded.Tasks} tasks in force, hash {loaded.ScheduleHash[..12]}");
                break;
            default:
                break;
        }
    }

    private static string Then(NextStep next) => next.Kind switch
    {
        NextKind.QueuedAgain => $", again at {next.At:HH:mm:ss}Z",
        NextKind.Held => ", held for a person",
        NextKind.Reconcile => ", its handler is asked",
        _ => next.State == FinalState.Succeeded ? "" : $", {next.State}",
    };
}
