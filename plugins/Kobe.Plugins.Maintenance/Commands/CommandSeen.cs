namespace Kobe.Plugins.Maintenance.Commands;

/// <summary>What a check of the program's own publishes.</summary>
/// <param name="Ok">Whether it found nothing.</param>
/// <param name="Open">What it complained about, its first lines.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record CommandSeen(bool Ok, IReadOnlyList<string> Open, int ExitCode);
