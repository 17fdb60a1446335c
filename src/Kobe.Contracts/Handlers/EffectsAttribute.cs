namespace Kobe.Contracts;

/// <summary>States what a handler does to the world. A handler without it isn't loaded.</summary>
/// <param name="effects">The strongest effect that any attempt may have.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EffectsAttribute(Effects effects) : Attribute
{
    /// <summary>The strongest effect that any attempt may have.</summary>
    public Effects Effects { get; } = effects;
}
