using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>The members of a set of seasons by name.</summary>
public static class SeasonNames
{
    private static readonly Season[] All =
        [.. Enum.GetValues<Season>().Where(season => season != Season.NONE).Order()];

    /// <summary>The names in a fixed order; none for an empty set.</summary>
    /// <param name="seasons">The set.</param>
    public static IReadOnlyList<string> Of(Season seasons) =>
        All.Where(season => (seasons & season) != 0).Select(season => season.ToString()).ToArray();
}
