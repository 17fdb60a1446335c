namespace Kobe.Contracts;

/// <summary>A finding worth a person's eye.</summary>
/// <param name="Kind">What sort of thing it is, such as <c>gap</c>; used to group.</param>
/// <param name="Title">The finding in one line.</param>
/// <param name="Detail">More about it, or null.</param>
public sealed record Discovery(string Kind, string Title, string? Detail = null);
