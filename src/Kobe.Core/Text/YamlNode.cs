namespace Kobe.Core.Text;

/// <summary>
/// A value in a YAML file, with its place: a <see cref="YamlScalar"/>, <see cref="YamlSequence"/> or
/// <see cref="YamlMapping"/>, and nothing else.
/// </summary>
public abstract record YamlNode
{
    private protected YamlNode(Mark mark) => Mark = mark;

    /// <summary>Where the value starts.</summary>
    public Mark Mark { get; init; }
}
