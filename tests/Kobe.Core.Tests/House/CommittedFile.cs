namespace Kobe.Core.Tests.House;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
internal sealed record CommittedFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.Split('\n');

    public bool IsSource => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsDocument => Path.EndsWith(".md", StringComparison.Ordinal);

    public bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>An offence with its place, as editors like to jump to it.</summary>
    public string At(int index, string sentence) => $"{Path}:{LineOf(index)}: {sentence}";

    private int LineOf(int index) => 1 + Text.AsSpan(0, index).Count('\n');
}
