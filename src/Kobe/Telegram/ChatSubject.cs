using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Control;
using Kobe.Logging;

namespace Kobe.Telegram;

/// <summary>The brain as the chat sees it.</summary>
/// <param name="State">The state directory.</param>
/// <param name="LogFile">The log file; null when there is none.</param>
/// <param name="Board">Where the loop shows itself.</param>
/// <param name="Health">Judges.</param>
/// <param name="Roster">The schedule in force.</param>
/// <param name="Door">Takes what is asked for.</param>
/// <param name="Alerts">Has the last alerts.</param>
/// <param name="Log">Gets what goes wrong; its redaction is the chat's too.</param>
internal sealed record ChatSubject(
    string State, string? LogFile, BrainBoard Board, BrainHealth Health, Func<Roster> Roster, ControlDoor Door,
    AlertDesk Alerts, Log Log);
