namespace Kobe.Core.Text;

/// <summary>Digits at fixed places, for texts with one legal form.</summary>
internal static class Digits
{
    /// <summary>The number of the two digits at <paramref name="at"/>, or -1 when they are no digits.</summary>
    public static int Two(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
            ? ((text[at] - '0') * 10) + (text[at + 1] - '0')
            : -1;
}
