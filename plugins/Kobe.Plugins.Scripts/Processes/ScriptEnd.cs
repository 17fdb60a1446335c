namespace Kobe.Plugins.Scripts.Processes;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; 128 + the signal that ended it.</param>
/// <param name="Problem">Why it didn't even begin; null when it did.</param>
internal readonly record struct ScriptEnd(int ExitCode, string? Problem = null);
