using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>Reads journal files: every line whole, every number one more than the last.</summary>
/// <param name="cancellation">Ends the walk.</param>
internal sealed class JournalWalk(CancellationToken cancellation)
{
    // The brain writes while this reads, so what looks like damage at the end may be a line on its way.
    private const int LooksMax = 3;
    private const string Blank = "is blank";

    private long last;

    /// <summary>Reads the files of the last days, and the newest in any case.</summary>
    public void Walk(string state, DateOnly from, Findings findings)
    {
        var files = JournalDay.In(state);
        for (var i = 0; i < files.Count; i++)
        {
            var isNewest = i == files.Count - 1;
            if (isNewest || files[i].Date >= from)
            {
                Read(files[i].Path, isNewest, findings);
            }
        }
    }

    private void Read(string path, bool isNewest, Findings findings)
    {
        var before = last;
        for (var look = 1; ; look++)
        {
            last = before;
            try
            {
                var (lines, wrong) = Look(path, isNewest);
                if (wrong is null || !isNewest || look == LooksMax)
                {
                    findings.Lines += lines;
                    if (wrong is not null)
                    {
                        findings.Add(path, wrong);
                        last = 0; // What follows is judged by itself: one damage is one problem.
                    }

                    return;
                }
            }
            catch (FileNotFoundException)
            {
                // Compacted since it was listed; the next file begins anew.
                last = 0;
                return;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                findings.Add(path, "can't be read: " + unreadable.Message);
                last = 0;
                return;
            }
        }
    }

    /// <summary>Reads a file once.</summary>
    /// <returns>How many lines were whole, and the first thing that is wrong.</returns>
    private (long Lines, string? Wrong) Look(string path, bool isNewest)
    {
        var (number, whole) = (0, 0L);
        (int Line, string What)? odd = null;
        foreach (var line in JournalLines.Of(path))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (line.IsEmpty)
            {
                odd ??= (number, Blank);
                continue;
            }

            var problem = LineFrame.Problem(line.Span, out var seq);

            // Blank lines and one unfinished line may stand at the end of the file, and nowhere else.
            if (odd is { } before && (problem is null || before.What != Blank))
            {
                return (whole, $"line {before.Line} {before.What}, and line {number} follows");
            }

            if (problem is not null)
            {
                odd = (number, "has " + problem);
                continue;
            }

            if (last > 0 && seq != last + 1)
            {
                return (whole, $"line {number} has number {seq} behind {last}");
            }

            last = seq;
            whole++;
        }

        return (whole, odd is { } end && end.What != Blank && !isNewest
            ? $"line {end.Line} {end.What}, and a newer file follows"
            : null);
    }
}
