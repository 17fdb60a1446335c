namespace Kobe.Plugins.Monitoring.Facts;

/// <summary>How old a fact is.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Seconds">Its age; null when it was never published.</param>
/// <param name="By">The occurrence that published it.</param>
internal sealed record FactAge(string Name, long? Seconds, string? By);
