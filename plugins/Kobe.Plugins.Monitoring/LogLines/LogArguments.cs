using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>Which lines of the log, and how many are usual.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Level">From which level on.</param>
/// <param name="Source">Whose lines; everybody's when it isn't given.</param>
/// <param name="Limit">How many lines there may be.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record LogArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "1h")] TimeSpan Over = default,
    [Argument("From which level on.")] LineLevel Level = LineLevel.Warn,
    [Argument("Whose lines; everybody's when it isn't given.")] string? Source = null,
    [Argument("How many lines there may be.", Unit = "lines")] int Limit = 20,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
