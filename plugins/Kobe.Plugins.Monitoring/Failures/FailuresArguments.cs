using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Failures;

/// <summary>Which ends are counted, and how many of them there may be.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Outcomes">The final states that are counted; failed and interrupted when none is given.</param>
/// <param name="Limit">The share of ends that may be of these.</param>
/// <param name="Least">Fewer than this are no finding, whatever their share.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record FailuresArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "24h")] TimeSpan Over = default,
    [Argument("The final states that are counted; failed and interrupted when none is given.")]
    IReadOnlyList<string>? Outcomes = null,
    [Argument("The share of ends that may be of these.", Unit = "%")] double Limit = 2,
    [Argument("Fewer than this are no finding, whatever their share.", Unit = "ends")] int Least = 1,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
