namespace Kobe.CommandLine;

/// <summary>One line of a sheet.</summary>
internal sealed record SheetLine(string Label, string Text);
