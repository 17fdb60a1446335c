namespace Kobe.Benchmarks;

/// <summary>The programs whose start is measured, by the paths of their assemblies.</summary>
internal sealed record Programs(string Kobe, string Empty);
