using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.PluginFolders;

/// <summary>What the plugins' folders are held against.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Against">What they are compared with.</param>
/// <param name="Plugins">The directory of the plugins; the runner's own when it isn't given.</param>
/// <param name="Tell">How a person learns of what is new.</param>
public sealed record PluginArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("What they are compared with.")] PluginStandard Against = PluginStandard.Lock,
    [Argument("The directory of the plugins; the runner's own when it isn't given.")] string? Plugins = null,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List);
