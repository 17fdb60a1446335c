using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Slowdowns;

/// <summary>Whose durations, and how much they may grow.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Group">Whose tasks.</param>
/// <param name="Recent">The last so many days are compared.</param>
/// <param name="Before">With so many days before them.</param>
/// <param name="Factor">How many times longer the middle run may take.</param>
/// <param name="LeastMs">Growth below this is no finding.</param>
/// <param name="Samples">How many runs each side must have.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record SlowdownArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Whose tasks are looked at.")] TaskGroup Group = TaskGroup.Any,
    [Argument("The last so many days are compared.", Unit = "days")] int Recent = 1,
    [Argument("With so many days before them.", Unit = "days")] int Before = 7,
    [Argument("How many times longer the middle run may take.")] double Factor = 2,
    [Argument("Growth below this is no finding.", Unit = "ms")] int LeastMs = 50,
    [Argument("How many runs each side must have.", Unit = "runs")] int Samples = 5,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
