namespace Kobe.Core.Schedules.Importing;

/// <summary>A schedule file made of a list.</summary>
/// <param name="Name">Its name, after the days of its rows.</param>
/// <param name="Tasks">How many rows it has.</param>
/// <param name="Text">Its content.</param>
public sealed record ImportedFile(string Name, int Tasks, string Text);
