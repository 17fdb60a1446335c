using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Held;

/// <summary>What waits for a person, and for how long it may.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="What">What is looked for.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Older">Younger ones are no finding.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record HeldArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("What is looked for.")] HeldSide What = HeldSide.Held,
    [Argument("How long back, where the stretch doesn't say it.", Default = "8d")] TimeSpan Over = default,
    [Argument("Younger ones are no finding.", Default = "1m")] TimeSpan Older = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
