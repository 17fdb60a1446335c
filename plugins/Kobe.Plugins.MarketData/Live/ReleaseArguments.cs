using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>The release that is looked at.</summary>
/// <param name="Release">When it came out.</param>
/// <param name="Minutes">How many minutes after it are compared with as many before.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ReleaseArguments(
    [Argument("When the figures came out, in the exchange's zone.")] TimeOnly Release,
    [Argument("So many minutes after it, against as many before.", Unit = "minutes")] int Minutes = 3,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = ReleaseHandler.FactName);
