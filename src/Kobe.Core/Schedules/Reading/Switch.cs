namespace Kobe.Core.Schedules.Reading;

/// <summary>A variable of the environment that decides a setting without touching a file.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">What it says.</param>
internal sealed record Switch(string Name, bool Value);
