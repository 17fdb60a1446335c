namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Id">What it is called from one look to the next; figures don't belong into it.</param>
/// <param name="Sentence">What a person is told.</param>
internal sealed record Finding(string Id, string Sentence);
