namespace Kobe.Desk.Bars;

/// <summary>Limits on what is read from files that others make.</summary>
public static class DeskLimits
{
    /// <summary>The largest file of text that is read: some five million bars.</summary>
    public const long FileBytesMax = 256L << 20;

    /// <summary>The highest believable price; Berkshire's A share is below 1,000,000.</summary>
    public const double PriceMax = 1e9;

    /// <summary>The longest symbol: exchanges stay below 12, crypto pairs below 20.</summary>
    public const int SymbolLengthMax = 24;

    /// <summary>Whether a text can be a symbol and a file name: capitals, digits, and <c>. - _</c> inside.</summary>
    /// <param name="text">The text.</param>
    public static bool IsSymbol(string? text)
    {
        if (text is not { Length: > 0 and <= SymbolLengthMax } || !char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return !text.Contains("..", StringComparison.Ordinal);
    }
}
