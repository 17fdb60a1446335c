using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Alerts;

/// <summary>Which side of the alerts is looked at.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="What">What is counted.</param>
/// <param name="Over">How long back, where the stretch doesn't say it.</param>
/// <param name="Limit">How many there may be.</param>
/// <param name="Older">How long one may wait for its channel.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record AlertArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("What is counted.")] AlertSide What = AlertSide.Waiting,
    [Argument("How long back, where the stretch doesn't say it.", Default = "24h")] TimeSpan Over = default,
    [Argument("How many there may be.", Unit = "alerts")] int Limit = 0,
    [Argument("How long one may wait for its channel.", Default = "15m")] TimeSpan Older = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
