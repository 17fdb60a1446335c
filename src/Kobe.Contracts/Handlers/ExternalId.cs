namespace Kobe.Contracts;

/// <summary>What something is called in another system.</summary>
/// <param name="Kind">What sort of thing, such as <c>order</c>.</param>
/// <param name="Id">Its name there.</param>
public sealed record ExternalId(string Kind, string Id);
