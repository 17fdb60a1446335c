namespace Kobe.Core.Catalogues;

/// <summary>A plugin that was found.</summary>
/// <param name="Name">The name of its folder and of its assembly.</param>
/// <param name="Version">The version of its assembly; empty when it couldn't be read.</param>
/// <param name="Hash">SHA-256 over the names and contents of all its files, 64 lower-case hex digits; empty when they
/// couldn't be read.</param>
/// <param name="Problem">Why it was refused, in a sentence; null when it loaded.</param>
public sealed record PluginRecord(string Name, string Version, string Hash, string? Problem);
