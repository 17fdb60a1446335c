using Kobe.Core.Markets;

namespace Kobe.Core.Tests.Markets.Files;

/// <summary>A machine that knows these zones and no others.</summary>
internal sealed class FakeZones(params string[] ids) : IZones
{
    public static FakeZones Usual { get; } = new("America/New_York", "Europe/London", "Asia/Tokyo", "UTC");

    public TimeZoneInfo? Find(string id) => ids.Contains(id) ? TimeZoneInfo.FindSystemTimeZoneById(id) : null;

    public IReadOnlyList<string> Ids() => ids;
}
