using Kobe.Core.Catalogues;

namespace Kobe.Runner.Plugins;

/// <summary>The plugins of a process: what is said about them, and what can be run.</summary>
/// <param name="Catalogue">What is said about them.</param>
/// <param name="Handlers">What can be run, by name.</param>
internal sealed record PluginSet(Catalogue Catalogue, IReadOnlyDictionary<string, HandlerEntry> Handlers);
