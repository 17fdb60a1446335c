using System.Globalization;

namespace Kobe.Core.Schedules.Importing;

/// <summary>What another system's priorities become here.</summary>
/// <remarks>In lists of times 1 mostly means important; here it means critical, which may stop what runs.</remarks>
public sealed class PriorityMap
{
    private const int Lowest = 10;

    private readonly SortedDictionary<int, int> _pairs;

    private PriorityMap(SortedDictionary<int, int> pairs) => _pairs = pairs;

    /// <summary>1 becomes 2, the rest stays.</summary>
    public static PriorityMap Default { get; } = new(new() { [1] = 2 });

    /// <summary>Reads <c>1=2,5=4</c>.</summary>
    /// <param name="text">Pairs of whole numbers; an empty text changes nothing.</param>
    /// <param name="map">The map, or null.</param>
    /// <param name="problem">What is wrong, in a sentence; or null.</param>
    public static bool TryParse(string text, out PriorityMap? map, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = new SortedDictionary<int, int>();
        (map, problem) = (null, null);
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=') is not [var from, var to]
                || !TryNumber(from, out var old) || !TryNumber(to, out var now)
                || now is < 1 or > Lowest)
            {
                problem = $"'{pair}' is no pair of priorities. Write what is and what it becomes, 1 to 10: 1=2,5=4.";
                return false;
            }

            if (!pairs.TryAdd(old, now))
            {
                problem = $"{old} is mapped twice. Leave one.";
                return false;
            }
        }

        map = new(pairs);
        return true;
    }

    /// <summary>What a priority becomes; null when it is not one of 1 to 10 and nothing is said of it.</summary>
    /// <param name="priority">The other system's.</param>
    public int? Of(int priority) =>
        _pairs.TryGetValue(priority, out var mapped) ? mapped : priority is >= 1 and <= Lowest ? priority : null;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
