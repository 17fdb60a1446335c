using System.Globalization;

namespace Kobe.Plugins.Journals;

/// <summary>One day's file of the journal.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Date">The UTC date of its first line, by its name.</param>
internal sealed record JournalDay(string Path, DateOnly Date)
{
    /// <summary>The day files of a state directory, oldest first; none when there is no journal.</summary>
    public static IReadOnlyList<JournalDay> In(string state)
    {
        var folder = System.IO.Path.Combine(state, Kobe.Plugins.State.Places.Journal);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = new List<JournalDay>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl"))
        {
            if (DateOnly.TryParseExact(
                System.IO.Path.GetFileNameWithoutExtension(path), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var date))
            {
                files.Add(new(path, date));
            }
        }

        files.Sort((one, other) => one.Date.CompareTo(other.Date));
        return files;
    }
}
