namespace Kobe.Core.Text;

/// <summary>An enum's names in files: <c>LUNCH</c> stays, <c>EarlyClose</c> becomes <c>early_close</c>.</summary>
/// <remarks>For enums whose members all have different values.</remarks>
internal static class EnumNames<T>
    where T : struct, Enum
{
    /// <summary>The names in the order of their values.</summary>
    public static readonly string[] Names = Array.ConvertAll(Enum.GetNames(typeof(T)), Written);

    private static readonly T[] Values = (T[])Enum.GetValues(typeof(T));

    /// <summary>The value of a name, ignoring case and whether words are joined by <c>-</c> or <c>_</c>.</summary>
    public static T? Find(string text)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (Same(Names[i], text))
            {
                return Values[i];
            }
        }

        return null;
    }

    private static bool Same(string name, string text)
    {
        if (name.Length != text.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            var c = text[i] == '-' ? '_' : char.ToLowerInvariant(text[i]);
            if (char.ToLowerInvariant(name[i]) != c)
            {
                return false;
            }
        }

        return true;
    }

    // Not a span's search: its code would be compiled at every start.
    private static bool HasLower(string name)
    {
        foreach (var c in name)
        {
            if (char.IsAsciiLetterLower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Written(string name)
    {
        if (!HasLower(name))
        {
            return name;
        }

        var text = new System.Text.StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
