using Kobe.Core.Markets;

namespace Kobe.Desk.Orders.Gates;

/// <summary>A stretch of the session in which the owner wants no entries.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">Its first instant, relative to the session.</param>
/// <param name="To">The first instant after it.</param>
public sealed record KillZone(string Name, Anchor From, Anchor To);
