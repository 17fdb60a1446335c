using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.StandingLists;

/// <summary>Which list is reviewed.</summary>
/// <param name="Fact">The fact that the row publishes.</param>
/// <param name="Source">The fact that has the list.</param>
/// <param name="Member">The list's name in it.</param>
/// <param name="Days">From how many days on something stands on it for too long.</param>
/// <param name="Limit">How many may be on it.</param>
public sealed record StandingArguments(
    [Argument("The fact that the row publishes.", NamesFacts = true)] string Fact,
    [Argument("The fact that has the list.")] string Source,
    [Argument("The list's name in it.")] string Member,
    [Argument("From how many days on something stands on it for too long.", Unit = "days")] int Days = 5,
    [Argument("How many may be on it.", Unit = "entries")] int Limit = 50);
