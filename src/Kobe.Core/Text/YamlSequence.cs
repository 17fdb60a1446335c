namespace Kobe.Core.Text;

/// <summary>A list: lines with <c>- </c> or <c>[a, b]</c>.</summary>
/// <param name="Items">Its items in the order of the file.</param>
/// <param name="Mark">Where it starts.</param>
public sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Mark Mark) : YamlNode(Mark);
