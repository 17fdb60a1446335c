namespace Kobe.Runner.Lane;

/// <summary>How an order ended, as far as the process that carried it out can tell.</summary>
internal enum AttemptEnd
{
    Succeeded,
    Failed,
    Fatal,
    Unknown,
    Snoozed,
    Skipped,
    Cancelled,
    Reconciled,
}
