namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>The fact <c>findings.latest</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Tried">How many questions have an answer.</param>
/// <param name="Held">Names of those that hold, with their symbols, the surest first.</param>
/// <param name="Path">The file with all of them.</param>
internal sealed record FindingsLatest(string Date, int Tried, IReadOnlyList<string> Held, string Path);
