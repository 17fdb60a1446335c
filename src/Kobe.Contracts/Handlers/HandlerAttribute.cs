namespace Kobe.Contracts;

/// <summary>Makes a class known to schedules under a name.</summary>
/// <param name="name">The name, such as <c>monitoring.health</c>: <c>[a-z0-9][a-z0-9_.-]{0,63}</c>, unique among all
/// plugins.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HandlerAttribute(string name) : Attribute
{
    /// <summary>The name that schedules use.</summary>
    public string Name { get; } = name;

    /// <summary>What the handler does, in one line.</summary>
    /// <value>Empty.</value>
    public string About { get; init; } = "";

    /// <summary>The record whose constructor parameters are the arguments; see
    /// <see cref="ArgumentAttribute"/>.</summary>
    /// <value>Null: the handler takes no arguments.</value>
    public Type? Arguments { get; init; }
}
