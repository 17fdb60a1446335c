using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Endpoints;

/// <summary>Which path is asked, and what a stranger must get.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Path">The path, from the brain's address.</param>
/// <param name="Status">The answers that are right.</param>
/// <param name="LimitMs">How long the answer may take.</param>
/// <param name="Tell">How a person learns of what is new.</param>
/// <param name="State">The state directory.</param>
public sealed record EndpointArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The path, from the brain's address.")] string Path = "/health",
    [Argument("The answers that are right.")] IReadOnlyList<string>? Status = null,
    [Argument("How long the answer may take.", Unit = "ms")] int LimitMs = 1000,
    [Argument("How a person learns of what is new.")] Telling Tell = Telling.List,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
