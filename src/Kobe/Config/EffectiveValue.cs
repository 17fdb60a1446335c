using Kobe.Core.Text;

namespace Kobe.Config;

/// <summary>The value of a setting that counts, and who set it.</summary>
/// <param name="Setting">Which.</param>
/// <param name="Text">The value as it was written.</param>
/// <param name="Mark">Where it was given, for diagnostics; the setting's name at 1:1 for a default.</param>
/// <param name="Origin">Where it was given, for people; <c>default</c> when nobody gave one.</param>
internal sealed record EffectiveValue(Setting Setting, string Text, Mark Mark, string Origin)
{
    public const string DefaultOrigin = "default";
}
