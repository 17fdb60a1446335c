using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>Where the values of one row come from: a switch, the row itself, the defaults of its file.</summary>
/// <param name="Switches">What the environment decides.</param>
/// <param name="Row">What the row says.</param>
/// <param name="File">What the head of the file says; shared by all its rows.</param>
/// <param name="Zone">Where the file names its zone; null when it does not.</param>
internal sealed record Origins(
    IReadOnlyList<Origin> Switches, IReadOnlyList<Origin> Row, IReadOnlyList<Origin> File, Mark? Zone = null)
{
    public static Origins None { get; } = new([], [], []);

    /// <summary>The origin of a value; null when the category or the built-in default gave it.</summary>
    public Origin? Of(SettingKey key) => Find(Switches, key) ?? Find(Row, key) ?? Find(File, key);

    /// <summary>Whether the row itself has the key.</summary>
    public bool InRow(SettingKey key) => Find(Row, key) is not null;

    /// <summary>Where an item of a list stands: the origins of items follow the one of the list.</summary>
    public Mark ItemMark(SettingKey key, int index, Mark otherwise)
    {
        var origins = InRow(key) ? Row : File;
        var first = -1;
        for (var i = 0; i < origins.Count && first < 0; i++)
        {
            first = origins[i].Key == key ? i : -1;
        }

        var at = first + 1 + index;
        return first >= 0 && at < origins.Count && origins[at].Key == key ? origins[at].Mark : otherwise;
    }

    private static Origin? Find(IReadOnlyList<Origin> origins, SettingKey key)
    {
        foreach (var origin in origins)
        {
            if (origin.Key == key)
            {
                return origin;
            }
        }

        return null;
    }
}
