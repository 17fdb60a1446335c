using System.Diagnostics;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>The cases of <see cref="RunEvent"/> and their names in the text.</summary>
internal enum RunEventName
{
    Booted, Loaded, Planned, ClockStepped, Stopped, Queued, Triggered, Closed, BulkMissed, Started, Ended, Reconciled,
    Resolved, Quarantined, Unquarantined, Control,
}

/// <summary>From a case to its name and back.</summary>
internal static class RunEventNames
{
    public static readonly RunWords<RunEventName> Words =
        new([.. Enum.GetNames<RunEventName>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]);

    public static JsonEncodedText Of(RunEvent what) => Words[(int)(what switch
    {
        RunEvent.Started => RunEventName.Started,
        RunEvent.Ended => RunEventName.Ended,
        RunEvent.Queued => RunEventName.Queued,
        RunEvent.Closed => RunEventName.Closed,
        RunEvent.Planned => RunEventName.Planned,
        RunEvent.Booted => RunEventName.Booted,
        RunEvent.Loaded => RunEventName.Loaded,
        RunEvent.ClockStepped => RunEventName.ClockStepped,
        RunEvent.Stopped => RunEventName.Stopped,
        RunEvent.Triggered => RunEventName.Triggered,
        RunEvent.BulkMissed => RunEventName.BulkMissed,
        RunEvent.Reconciled => RunEventName.Reconciled,
        RunEvent.Resolved => RunEventName.Resolved,
        RunEvent.Quarantined => RunEventName.Quarantined,
        RunEvent.Unquarantined => RunEventName.Unquarantined,
        RunEvent.Control => RunEventName.Control,
        _ => throw new UnreachableException(),
    })];
}
