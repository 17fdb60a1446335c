namespace Kobe.Core.Markets;

/// <summary>The machine's zone data, which the core does not read itself.</summary>
public interface IZones
{
    /// <summary>A zone by its IANA id, such as America/New_York; null when the machine does not know it.</summary>
    /// <param name="id">The id; letter case matters.</param>
    TimeZoneInfo? Find(string id);

    /// <summary>All ids that the machine knows, for a did-you-mean.</summary>
    IReadOnlyList<string> Ids();
}
