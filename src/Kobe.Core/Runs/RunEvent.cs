namespace Kobe.Core.Runs;

/// <summary>One thing that happened, as the journal keeps it: a closed set of cases, nested here.</summary>
/// <remarks>
/// <code>
///                 ┌───────────── Closed: Skipped Expired Missed Coalesced Removed Disabled Cancelled ─────────────┐
///                 │                                                                                               ▼
/// (due) ── Queued │ Triggered ──► QUEUED ── Started(start n, attempt m) ──► RUNNING ── Ended(next: final) ──►  FINAL
///                                   ▲ ▲ ▲                                    │   │                                ▲
///                                   │ │ └────── Ended(next: queued again) ───┘   │ Ended(next: held | reconcile)  │
///                                   │ │                                          ▼                                │
///                                   │ └─── Reconciled(queued again) ──── RECONCILING ──── Reconciled(final) ──────┤
///                                   │                                          │ Reconciled(held)                 │
///                                   │                                          ▼                                  │
///                                   └──────── Resolved(rerun) ─────────────── HELD ──── Resolved(done | drop) ────┘
/// </code>
/// RUNNING without an Ended when the brain starts is in doubt: the crash is written down as Ended(unknown) first.
/// A <c>whenever</c> run is Queued and Started under one sync. Nothing leaves FINAL.
/// Free text is cut to the bounds of <see cref="RunLimits"/> where an event is made, so what is read back equals it.
/// </remarks>
public abstract partial record RunEvent
{
    private RunEvent(DateTimeOffset at) => At = at;

    /// <summary>When it happened by the brain's wall clock, UTC. Order is by sequence number, never by this.</summary>
    public DateTimeOffset At { get; init; }
}
