using System.Security;
using Kobe.Core.Markets;
using TimeZoneConverter;

namespace Kobe.Markets;

/// <summary>The zone data of this machine, asked by IANA id; a Windows id is understood too.</summary>
internal sealed class MachineZones : IZones
{
    public TimeZoneInfo? Find(string id) =>
        FindIana(id) ?? (id.Contains(' ', StringComparison.Ordinal) && TZConvert.TryWindowsToIana(id, out var iana)
            ? FindIana(iana)
            : null);

    public IReadOnlyList<string> Ids() => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).ToList();

    // The runtime looks an id up as a file name, so a bad one may also fail as a path does.
    private static TimeZoneInfo? FindIana(string id)
    {
        try
        {
            return id.Contains("..", StringComparison.Ordinal) ? null : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException
            or SecurityException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
