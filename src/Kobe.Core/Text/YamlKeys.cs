namespace Kobe.Core.Text;

/// <summary>Which keys a mapping may and must have.</summary>
/// <param name="What">What the mapping is, with its article, for messages: <c>a task row</c>.</param>
/// <param name="Known">Every legal key, in the order in which people should read them.</param>
/// <param name="Required">Those that may not be missing.</param>
public sealed record YamlKeys(string What, IReadOnlyList<string> Known, params IReadOnlyList<string> Required)
{
    /// <summary>All legal keys as one text, for hints.</summary>
    internal string Listed => string.Join(", ", Known);
}
