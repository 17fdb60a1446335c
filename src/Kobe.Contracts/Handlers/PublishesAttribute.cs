namespace Kobe.Contracts;

/// <summary>Declares a fact that a handler may publish. A result with an undeclared fact is refused. Facts that only a
/// row knows are declared by an argument, see <see cref="ArgumentAttribute.NamesFacts"/>.</summary>
/// <param name="fact">The fact's name: <c>[a-z0-9][a-z0-9_.-]{0,63}</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PublishesAttribute(string fact) : Attribute
{
    /// <summary>The fact's name.</summary>
    public string Fact { get; } = fact;
}
