using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>The members of a set of seasons by name.</summary>
public static class SeasonNames
{
    /// <summary>The names in a fixed order; none for an empty set.</summary>
    /// <param name="seasons">The set.</param>
    public static IReadOnlyList<string> Of(Season seasons)
    {
        var names = new List<string>();
        for (var bit = (int)Season.FOMC_DAY; bit <= (int)Season.QUARTER_END; bit <<= 1)
        {
            if (((int)seasons & bit) != 0)
            {
                names.Add(((Season)bit).ToString());
            }
        }

        return names;
    }
}
