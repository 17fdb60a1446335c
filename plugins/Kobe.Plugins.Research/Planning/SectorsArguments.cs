using Kobe.Contracts;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Over how long sectors are compared.</summary>
/// <param name="Days">Sessions.</param>
public sealed record SectorsArguments([Argument("Sessions over which sectors are compared.")] int Days = 63);
