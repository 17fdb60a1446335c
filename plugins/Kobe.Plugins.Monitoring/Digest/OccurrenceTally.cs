using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>One occurrence, as its lines of the journal tell it.</summary>
internal sealed class OccurrenceTally
{
    /// <summary>What an occurrence without an end is counted as.</summary>
    public const string Pending = "pending";

    private DateTimeOffset? due;
    private DateTimeOffset? firstStart;

    /// <summary>Its final state, or <see cref="Pending"/>.</summary>
    public string Outcome { get; private set; } = Pending;

    public long Starts { get; private set; }

    /// <summary>How long each call took, in milliseconds.</summary>
    public List<long> DurationsMs { get; } = [];

    /// <summary>How late the first call was, in milliseconds; null when there was none.</summary>
    public long? LatenessMs => firstStart - due is { } late ? Math.Max(0, (long)late.TotalMilliseconds) : null;

    /// <summary>Takes the next of its lines.</summary>
    public void Take(JournalEvent what)
    {
        switch (what.Name)
        {
            case "queued" or "triggered":
                due ??= what.Line.Instant("due");
                break;
            case "closed":
                Outcome = what.Line.Text("state") ?? Outcome;
                break;
            case "started":
                Starts++;
                firstStart ??= what.At;
                break;
            case "ended":
                DurationsMs.Add(what.Line.Number("duration_ms"));
                Outcome = Next(what);
                break;
            case "reconciled":
                Outcome = Next(what);
                break;
            case "resolved":
                Outcome = what.Line.Text("how") switch
                {
                    "done" => "succeeded",
                    "drop" => "cancelled",
                    _ => Pending,
                };
                break;
            default:
                break;
        }
    }

    private static string Next(JournalEvent what) =>
        what.Line.Text("next") == "final" ? what.Line.Text("state") ?? Pending : Pending;
}
