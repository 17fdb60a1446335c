namespace Kobe.Core.Schedules;

/// <summary>Where the values of one row come from: a switch, the row itself, the defaults of its file.</summary>
/// <param name="Switches">What the environment decides.</param>
/// <param name="Row">What the row says.</param>
/// <param name="File">What the head of the file says; shared by all its rows.</param>
internal sealed record Origins(
    IReadOnlyList<Origin> Switches, IReadOnlyList<Origin> Row, IReadOnlyList<Origin> File)
{
    public static Origins None { get; } = new([], [], []);

    /// <summary>The origin of a value; null when the category or the built-in default gave it.</summary>
    public Origin? Of(SettingKey key) => Find(Switches, key) ?? Find(Row, key) ?? Find(File, key);

    /// <summary>Whether the row itself has the key.</summary>
    public bool InRow(SettingKey key) => Find(Row, key) is not null;

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
