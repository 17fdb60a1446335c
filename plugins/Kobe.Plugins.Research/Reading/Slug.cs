namespace Kobe.Plugins.Research.Reading;

/// <summary>Words of a row as part of a file's name.</summary>
internal static class Slug
{
    /// <summary>Joins words with dashes; what is no letter or digit becomes a dash, so that no word leaves the
    /// folder.</summary>
    public static string Of(params ReadOnlySpan<string> words)
    {
        var joined = string.Join('-', words);
        return string.Create(joined.Length, joined, static (name, text) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                name[i] = char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '.' ? text[i] : '-';
            }
        });
    }
}
