using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Waiting;

/// <summary>Whose waiting occurrences, and how long they may wait.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Limit">How many may wait.</param>
/// <param name="Older">How long after its due time one may wait.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record WaitingArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("How many may wait.", Unit = "occurrences")] int Limit = 20,
    [Argument("How long after its due time one may wait.", Default = "15m")] TimeSpan Older = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
