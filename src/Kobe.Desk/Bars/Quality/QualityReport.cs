using System.Text;

namespace Kobe.Desk.Bars.Quality;

/// <summary>What may be wrong with a series, in order of date.</summary>
/// <param name="Series">The series.</param>
/// <param name="Bars">How many bars were believed.</param>
/// <param name="Findings">What was found.</param>
public sealed record QualityReport(SeriesName Series, int Bars, IReadOnlyList<QualityFinding> Findings)
{
    /// <summary>The findings of one kind.</summary>
    /// <param name="kind">The kind.</param>
    public IEnumerable<QualityFinding> Of(QualityKind kind) => Findings.Where(finding => finding.Kind == kind);

    /// <summary>The report as lines for people.</summary>
    /// <param name="most">How many findings are shown.</param>
    public string Text(int most = 50)
    {
        var text = new StringBuilder($"{Series}: {Bars} bars, {Findings.Count} findings\n");
        foreach (var finding in Findings.Take(most))
        {
            text.Append("  ").Append(finding).Append('\n');
        }

        if (Findings.Count > most)
        {
            text.Append($"  and {Findings.Count - most} more\n");
        }

        return text.ToString();
    }
}
