namespace Kobe.Core.Text;

/// <summary>Keys with values: lines with <c>key: value</c> or <c>{ key: value }</c>.</summary>
/// <param name="Entries">Its entries in the order of the file; no key stands twice.</param>
/// <param name="Mark">Where it starts.</param>
public sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, Mark Mark) : YamlNode(Mark);
