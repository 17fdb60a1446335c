namespace Kobe.Core.Catalogues;

/// <summary>A plugin that was found.</summary>
/// <param name="Name">The name of its folder and of its assembly.</param>
/// <param name="Version">The version of its assembly; empty when it couldn't be read.</param>
/// <param name="Hash">SHA-256 over the names and contents of all its files, 64 lower-case hex digits; empty when they
/// couldn't be read.</param>
/// <param name="Problem">Why it was refused, in a sentence; null when it loaded.</param>
public sealed record PluginRecord(string Name, string Version, string Hash, string? Problem)
{
    /// <summary>Ends the name of a plugin that is awaited; its handlers' names begin with what stands before.</summary>
    public const string AllHandlers = ".*";

    /// <summary>Whether the owner says that it is still to come.</summary>
    public bool IsAwaited => Name.EndsWith(AllHandlers, StringComparison.Ordinal);

    /// <summary>Whether a handler that no loaded plugin has may be one of this one's, which did not load.</summary>
    /// <param name="handler">The handler's name.</param>
    public bool MayHaveHad(string handler) => Problem is not null
        && (!IsAwaited
            || handler.AsSpan().StartsWith(Name.AsSpan(0, Name.Length - 1), StringComparison.Ordinal));
}
