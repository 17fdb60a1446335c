using Kobe.Core.Markets;

namespace Kobe.Desk.Sessions;

/// <summary>The zone data of this machine.</summary>
internal sealed class MachineZones : IZones
{
    public TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public IReadOnlyList<string> Ids() => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)];
}
