using Kobe.Contracts;

namespace Kobe.Plugins.Research.Risks;

/// <summary>How far back is looked.</summary>
/// <param name="Days">Civil days.</param>
public sealed record LimitsArguments(
    [Argument("How far back is looked.", Unit = "days")] int Days = 92);
