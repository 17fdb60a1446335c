using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Where backups go and how many stay.</summary>
/// <param name="State">The state directory.</param>
/// <param name="To">The folder of the backups.</param>
/// <param name="Days">For how many days the newest of each date stays.</param>
/// <param name="Weeks">For how many weeks the newest of each week stays.</param>
/// <param name="Months">For how many months the newest of each month stays.</param>
/// <param name="Program">The program.</param>
public sealed record BackupArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The folder of the backups, best on another disk; backups in the state directory when it isn't given.")]
    string? To = null,
    [Argument("For how long the newest backup of each date stays.", Unit = "days")] int Days = 7,
    [Argument("For how long the newest backup of each week stays.", Unit = "weeks")] int Weeks = 4,
    [Argument("For how long the newest backup of each month stays.", Unit = "months")] int Months = 12,
    [Argument("kobe.dll; the one that the runner belongs to when it isn't given.")] string? Program = null);
