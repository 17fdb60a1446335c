using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Changes;

/// <summary>Which changes by people, and how many are usual.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Verbs">Which changes; all when none is given.</param>
/// <param name="Limit">How many are no finding.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record ChangeArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "24h")] TimeSpan Over = default,
    [Argument("Which changes; all when none is given.")] IReadOnlyList<string>? Verbs = null,
    [Argument("How many are no finding.", Unit = "changes")] int Limit = 20,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
