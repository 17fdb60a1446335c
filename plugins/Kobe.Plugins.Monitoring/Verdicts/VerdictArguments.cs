using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Verdicts;

/// <summary>Which checks are summed up.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Of">The facts of the checks; each has a member ok.</param>
/// <param name="Older">An older verdict counts as none.</param>
/// <param name="Tell">How a person learns of what is new.</param>
public sealed record VerdictArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The facts of the checks; each has a member ok.")] IReadOnlyList<string> Of,
    [Argument("An older verdict counts as none.", Default = "26h")] TimeSpan Older = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List);
