namespace Kobe.Runner.Plugins;

/// <summary>A plugin's declarations don't hold; the message is the sentence to show.</summary>
internal sealed class PluginException(string message) : Exception(message);
