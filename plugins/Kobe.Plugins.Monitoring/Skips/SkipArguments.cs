using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Skips;

/// <summary>Whose skips, why and on how many days in a row.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Days">On so many of a task's last dates.</param>
/// <param name="Reasons">How the reasons begin; all but filters and the calendar when none is given.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record SkipArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("On so many of a task's last dates.", Unit = "dates")] int Days = 3,
    [Argument("How the reasons begin; all but filters and the calendar when none is given.")]
    IReadOnlyList<string>? Reasons = null,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
