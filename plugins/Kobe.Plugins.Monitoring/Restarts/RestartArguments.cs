using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Restarts;

/// <summary>Which time, and how many starts of the brain it may have.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Stretch">Which time.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Limit">How many starts there may be.</param>
/// <param name="Down">How long the brain may have been away.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record RestartArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("Which time is looked at.")] Stretch Stretch = Stretch.Over,
    [Argument("How long back, where the stretch doesn't say it.", Default = "24h")] TimeSpan Over = default,
    [Argument("How many starts there may be.", Unit = "starts")] int Limit = 3,
    [Argument("How long the brain may have been away.", Default = "15m")] TimeSpan Down = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
