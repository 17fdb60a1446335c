using Kobe.Core.Text;

namespace Kobe.CommandLine;

/// <summary>Errors and warnings as lines for a person: at most a hundred, and how many more there are.</summary>
internal static class DiagnosticLines
{
    private const int ShownMax = 100;

    public static IReadOnlyList<string> Of(Diagnostics diagnostics)
    {
        var lines = diagnostics.Items.Take(ShownMax).Select(item => item.ToString()).ToList();
        if (diagnostics.Count > ShownMax)
        {
            lines.Add($"... and {diagnostics.Count - ShownMax} more.");
        }

        return lines;
    }
}
