namespace Kobe.Hosting;

/// <summary>A fact as it was published. Instances are compared by identity to see what a runner doesn't know
/// yet.</summary>
/// <param name="Json">The value, as JSON without line breaks.</param>
/// <param name="At">When it was published (UTC).</param>
/// <param name="By">The key of the occurrence that published it.</param>
internal sealed record FactValue(string Json, DateTimeOffset At, string By);
