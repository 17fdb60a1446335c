using Kobe.Contracts;
using Kobe.Plugins.Facts;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>The symbols that must not be bought now, each with the reason, from what other tasks found out
/// today.</summary>
internal static class BlockedSymbols
{
    private static readonly (string Fact, string Member, string Why)[] Sources =
    [
        ("bars.quality", "quarantined", "its bars are set aside"),
        ("earnings.today", "blackout", "the company reports soon"),
        ("data.freshness", "stale", "its data are stale"),
        ("liquidity.today", "blocked", "its spread is too wide"),
        ("halts.today", "halted", "trading in it is halted"),
    ];

    /// <summary>Reads the facts of today; what nobody published blocks nothing, the door's own gates remain.</summary>
    public static IReadOnlyDictionary<string, string> Of(TaskContext context)
    {
        var blocked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (fact, member, why) in Sources)
        {
            foreach (var symbol in TodayFacts.Texts(context, fact, member))
            {
                blocked.TryAdd(symbol, $"{why} ({fact})");
            }
        }

        return blocked;
    }
}
