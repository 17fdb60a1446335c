using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>Which processes of the program are looked for.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="What">What is looked for.</param>
/// <param name="Max">How many there may be.</param>
/// <param name="Older">Younger ones may be on their way.</param>
/// <param name="Tell">How a person learns of what is new.</param>
public sealed record ProcessArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("What is looked for.")] ProcessSide What = ProcessSide.Orphans,
    [Argument("How many there may be.", Unit = "processes")] int Max = 0,
    [Argument("Younger ones may be on their way.", Default = "1m")] TimeSpan Older = default,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List);
