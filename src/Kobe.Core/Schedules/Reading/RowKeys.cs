using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>The keys of rows as files write them.</summary>
internal static class RowKeys
{
    /// <summary>The names in the order of <see cref="SettingKey"/>.</summary>
    public static readonly string[] Names = EnumNames<SettingKey>.Names;

    /// <summary>All keys of a row.</summary>
    public static readonly YamlKeys OfRow = new("a task row", Names, "id", "run");

    /// <summary>All keys of a file's defaults.</summary>
    public static readonly YamlKeys OfDefaults = new("defaults",
        Array.FindAll(Names, name => !BelongsToRow((SettingKey)Array.IndexOf(Names, name))));

    /// <summary>The key of a name, or null.</summary>
    public static SettingKey? Find(string name)
    {
        // By length first: no dictionary and no sorting, whose code the runtime would have to make ready at each start.
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i].Length == name.Length && Names[i] == name)
            {
                return (SettingKey)i;
            }
        }

        return null;
    }

    public static string NameOf(SettingKey key) => Names[(int)key];

    /// <summary>Whether the key may not stand in a file's defaults.</summary>
    public static bool BelongsToRow(SettingKey key) => key is SettingKey.Id or SettingKey.Run || IsTrigger(key)
        || key is SettingKey.From or SettingKey.To;

    public static bool IsTrigger(SettingKey key) => key is SettingKey.At or SettingKey.Every or SettingKey.Whenever
        or SettingKey.Cron or SettingKey.Once or SettingKey.OnStart;
}
