using Kobe.Core.Markets;

namespace Kobe.Core.Tests.Schedules;

/// <summary>The zones of the machine that the tests run on.</summary>
internal sealed class SystemZones : IZones
{
    public TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public IReadOnlyList<string> Ids() => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)];
}
