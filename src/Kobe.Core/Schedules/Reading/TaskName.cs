namespace Kobe.Core.Schedules.Reading;

/// <summary>The form of ids, handlers and facts: <c>[a-z0-9][a-z0-9_.-]{0,63}</c>.</summary>
internal static class TaskName
{
    public const int LengthMax = 64;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LengthMax || !IsFirst(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsFirst(c) && c is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    public static string Hint(string text)
    {
        const string Form =
            "Write small letters, digits, '_', '.' and '-', a letter or digit first, at most 64 characters.";
        var meant = text.Trim().ToLowerInvariant().Replace(' ', '_');
        return IsValid(meant) ? $"Did you mean '{meant}'? {Form}" : Form;
    }

    private static bool IsFirst(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
