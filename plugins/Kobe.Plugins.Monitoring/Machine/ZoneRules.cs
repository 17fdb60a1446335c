namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>The zone data of this machine.</summary>
/// <param name="Version">Their release, such as <c>2025b</c>; null when they don't say.</param>
/// <param name="Offset">The zone's offset from UTC at the instant that was asked about.</param>
internal sealed record ZoneRules(string? Version, TimeSpan Offset)
{
    private const string UsualFolder = "/usr/share/zoneinfo";

    /// <summary>Looks a zone up; null when the machine has no data for it.</summary>
    public static ZoneRules? Of(string zone, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? new(Release(), found.GetUtcOffset(now)) : null;

    // Debian and others ship the rules as text, whose first line is "# version 2025b"; elsewhere a file says it.
    private static string? Release()
    {
        var folder = Environment.GetEnvironmentVariable("TZDIR") is { Length: > 0 } given ? given : UsualFolder;
        return FirstLine(Path.Combine(folder, "tzdata.zi")) is { } line
            && line.StartsWith("# version ", StringComparison.Ordinal)
            ? line["# version ".Length..].Trim()
            : KernelText.FirstWord(Path.Combine(folder, "+VERSION"));
    }

    private static string? FirstLine(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault();
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
