using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>What one calendar file says, before it is put together with the others.</summary>
/// <param name="Name">The calendar that it is about.</param>
/// <param name="Mark">Where the name stands.</param>
/// <param name="Defines">Whether it means to define a new calendar; otherwise it only adds days.</param>
/// <param name="Definition">The rules of the new calendar; null when it defines none, or a wrong one.</param>
/// <param name="Days">Its single days, each with its place.</param>
/// <param name="ConfirmedThrough">The last announced date, or null.</param>
internal sealed record CalendarFile(
    string Name,
    Mark Mark,
    bool Defines,
    CalendarRules? Definition,
    IReadOnlyList<PlacedDay> Days,
    DateOnly? ConfirmedThrough);
