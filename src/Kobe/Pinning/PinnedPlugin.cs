namespace Kobe.Pinning;

/// <summary>A plugin, and how it stands to the manifest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Hash">SHA-256 over all its files; empty when they couldn't be read.</param>
/// <param name="Problems">What is wrong, each in a few words; none when it is approved.</param>
internal sealed record PinnedPlugin(string Name, PinState State, string Hash, IReadOnlyList<string> Problems);
