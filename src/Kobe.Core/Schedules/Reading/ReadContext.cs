using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>What every part of the reader needs.</summary>
internal sealed class ReadContext(ScheduleSurroundings around, Diagnostics diagnostics)
{
    private readonly Dictionary<string, TimeZoneInfo?> _zones = [];

    public ScheduleSurroundings Around => around;

    public Diagnostics Diagnostics => diagnostics;

    /// <summary>Whether this very schedule is in force already.</summary>
    public bool IsInForce { get; set; }

    public IReadOnlyList<string> CalendarNames { get; } = around.Calendars.Names;

    public TimeSpan TimeoutMax { get; } = around.TimeoutMax < ScheduleLimits.TimeoutCeiling
        ? around.TimeoutMax
        : ScheduleLimits.TimeoutCeiling;

    /// <summary>A zone by its id; an error at the mark when the machine does not know it.</summary>
    public TimeZoneInfo? Zone(string id, Mark mark)
    {
        if (!_zones.TryGetValue(id, out var zone))
        {
            _zones[id] = zone = around.Zones.Find(id);
        }

        if (zone is null)
        {
            diagnostics.Error(mark, ScheduleCodes.UnknownZone,
                $"'{ValueHints.Short(id)}' is not a zone of this machine.",
                DidYouMean.Nearest(id, around.Zones.Ids()) is { } nearest
                    ? $"Did you mean '{nearest}'?"
                    : "Write an IANA id such as America/New_York.");
        }

        return zone;
    }

    public void Error(Mark mark, string code, string message, string? hint = null) =>
        diagnostics.Error(mark, code, message, hint);
}
