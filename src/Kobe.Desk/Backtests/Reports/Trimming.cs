using System.Text;

namespace Kobe.Desk.Backtests.Reports;

/// <summary>Takes away what nobody sees.</summary>
internal static class Trimming
{
    /// <summary>Removes blanks at the end.</summary>
    public static StringBuilder TrimEnd(this StringBuilder text)
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == ' ')
        {
            length--;
        }

        text.Length = length;
        return text;
    }
}
