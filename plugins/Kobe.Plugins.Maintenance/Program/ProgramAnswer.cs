namespace Kobe.Plugins.Maintenance.Program;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">0: fine.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained about.</param>
internal sealed record ProgramAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>The first line of the complaint.</summary>
    public string Complaint => Errors.Split('\n', 2)[0].Trim() is { Length: > 0 } line ? line : $"exit code {ExitCode}";
}
