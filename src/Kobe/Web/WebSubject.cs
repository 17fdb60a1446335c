using Kobe.Brain;
using Kobe.Control;
using Kobe.Logging;

namespace Kobe.Web;

/// <summary>The brain that the web server speaks for.</summary>
/// <param name="State">The state directory, which holds tokens and journal.</param>
/// <param name="Board">Where the loop shows itself.</param>
/// <param name="Health">Judges.</param>
/// <param name="Door">Takes what changes something.</param>
/// <param name="Feed">Tells what happens.</param>
/// <param name="Metrics">What is counted since the start.</param>
/// <param name="Alerts">How many alerts were sent, and how many wait.</param>
/// <param name="Log">Gets what fails; its redaction is the answers' too.</param>
internal sealed record WebSubject(
    string State, BrainBoard Board, BrainHealth Health, ControlDoor Door, EventFeed Feed,
    BrainMetrics Metrics, Func<(long Sent, long Waiting)> Alerts, Log Log);
