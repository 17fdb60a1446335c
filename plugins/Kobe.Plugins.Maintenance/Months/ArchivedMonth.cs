namespace Kobe.Plugins.Maintenance.Months;

/// <summary>A month of the journal: the file <c>audit/months/2026-10.json</c>.</summary>
/// <param name="Month">The month, <c>2026-10</c>.</param>
/// <param name="Days">Its files, oldest first.</param>
internal sealed record ArchivedMonth(string Month, IReadOnlyList<ArchivedDay> Days)
{
    public long Lines => Days.Sum(day => day.Lines);

    /// <summary>What differs from what was written down; files that retention dropped don't.</summary>
    /// <param name="found">The month as it is now.</param>
    public IEnumerable<string> Differences(ArchivedMonth found)
    {
        foreach (var day in Days)
        {
            var now = found.Days.FirstOrDefault(other => other.File == day.File);
            if (now is not null && now.Sha256 != day.Sha256)
            {
                yield return $"{day.File} is not what it was: it had {day.Lines} lines and has {now.Lines}";
            }
        }

        foreach (var added in found.Days.Where(now => Days.All(day => day.File != now.File)))
        {
            yield return $"{added.File} was not there";
        }
    }
}
