namespace Kobe.Core.Text;

/// <summary>One <c>key: value</c> of a <see cref="YamlMapping"/>.</summary>
/// <param name="Key">The key; its value is never empty and holds no variable.</param>
/// <param name="Value">What belongs to it; an empty scalar when nothing stands after the colon.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
