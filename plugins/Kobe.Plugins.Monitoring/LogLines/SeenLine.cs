namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>One line of the log.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How serious: <c>debug</c>, <c>info</c>, <c>warning</c>, <c>error</c>.</param>
/// <param name="Source">Which part of the program.</param>
/// <param name="Text">What it says.</param>
internal sealed record SeenLine(DateTimeOffset At, string Level, string Source, string Text)
{
    /// <summary>Whether it is of a level, or a worse one.</summary>
    public bool Is(LineLevel level) => Level == "error" || (level == LineLevel.Warn && Level == "warning");
}
