using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Utilisation;

/// <summary>Which time of the lane, and how busy it may be.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Limit">The share of the time that may be busy.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record UtilisationArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "1h")] TimeSpan Over = default,
    [Argument("The share of the time that may be busy.", Unit = "%")] double Limit = 40,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
