using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Lateness;

/// <summary>Whose starts, and how late they may be.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Limit">How late the chosen share of starts may be.</param>
/// <param name="Percent">The share of starts that the limit is for.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record LatenessArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "6h")] TimeSpan Over = default,
    [Argument("How late the chosen share of starts may be.", Default = "30s")] TimeSpan Limit = default,
    [Argument("The share of starts that the limit is for.", Unit = "%")] double Percent = 99,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
