using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Facts;

/// <summary>Which facts, and how old they may be.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Names">The facts that are looked at.</param>
/// <param name="Older">How old the youngest value of each may be.</param>
/// <param name="Missing">Whether one that was never published is a finding.</param>
/// <param name="Tell">How a person learns of what is new.</param>
public sealed record FactsArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The facts that are looked at.")] IReadOnlyList<string> Names,
    [Argument("How old the youngest value of each may be.", Default = "24h")] TimeSpan Older = default,
    [Argument("Whether one that was never published is a finding.")] bool Missing = true,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List);
